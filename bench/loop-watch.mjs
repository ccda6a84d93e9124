// Loaded into a server by `--import`: writes the longest time that its event loop was blocked, in milliseconds, into
// the file LOOP_FILE, ten times a second. Counting begins anew whenever that file is taken away.
import { existsSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const file = process.env.LOOP_FILE
if (file) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  setInterval(() => {
    if (!existsSync(file)) delay.reset()
    // A monitor that samples every 5 ms shows those in its own figure.
    writeFileSync(file, JSON.stringify({ max: delay.max / 1e6 - 5, p99: delay.percentile(99) / 1e6 - 5 }))
  }, 100).unref()
}
