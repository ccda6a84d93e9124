import fc from 'fast-check'

// One seed for everybody, so that a run says something of the change and not of luck; FAST_CHECK_SEED=random tries new
// cases, and a number repeats a run that failed.
const seed = process.env.FAST_CHECK_SEED ?? '20180731'
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
