/**
 * What a figure measures; figures of one kind stand on one axis, each kind in one base unit: times a second, bytes a
 * second, bytes, seconds, a number, dollars, percent.
 */
export const figureKinds = ['rate', 'size', 'bandwidth', 'time', 'count', 'share', 'money'] as const

/** One of `figureKinds`. */
export type FigureKind = (typeof figureKinds)[number]

/** Words and signs that multiply the number before them. Short scale, as engineers write. */
export const multipliers: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
  trillions: 1e12,
  hundred: 100,
  hundreds: 100,
  dozen: 12,
  dozens: 12,
}

const binary = 1024
/** Bytes in a unit of storage. Decimal as SI says; KiB and the like by 1,024. */
export const sizes: Record<string, number> = {
  byte: 1,
  bytes: 1,
  kb: 1e3,
  kilobyte: 1e3,
  kilobytes: 1e3,
  kib: binary,
  mb: 1e6,
  megabyte: 1e6,
  megabytes: 1e6,
  mib: binary ** 2,
  gb: 1e9,
  gigabyte: 1e9,
  gigabytes: 1e9,
  gib: binary ** 3,
  tb: 1e12,
  terabyte: 1e12,
  terabytes: 1e12,
  tib: binary ** 4,
  pb: 1e15,
  petabyte: 1e15,
  petabytes: 1e15,
  pib: binary ** 5,
  eb: 1e18,
  exabyte: 1e18,
  exabytes: 1e18,
  eib: binary ** 6,
  bit: 1 / 8,
  bits: 1 / 8,
  kbit: 125,
  mbit: 125e3,
  megabit: 125e3,
  megabits: 125e3,
  gbit: 125e6,
  gigabit: 125e6,
  gigabits: 125e6,
  tbit: 125e9,
}

/** Bytes a second. */
export const bandwidths: Record<string, number> = {
  'kb/s': 1e3,
  'mb/s': 1e6,
  'gb/s': 1e9,
  'tb/s': 1e12,
  'kbit/s': 125,
  'mbit/s': 125e3,
  'gbit/s': 125e6,
  'tbit/s': 125e9,
  kbps: 125,
  mbps: 125e3,
  gbps: 125e6,
  tbps: 125e9,
}

/** Seconds in a unit of time. A month is 30 days and a year 365, which is all that an estimate needs. */
export const times: Record<string, number> = {
  ns: 1e-9,
  nanosecond: 1e-9,
  nanoseconds: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  microsecond: 1e-6,
  microseconds: 1e-6,
  ms: 1e-3,
  msec: 1e-3,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  week: 604_800,
  weeks: 604_800,
  month: 2_592_000,
  months: 2_592_000,
  year: 31_536_000,
  years: 31_536_000,
}

/** Words that say "a second" by themselves. */
export const perSecondWords: ReadonlySet<string> = new Set([
  'qps',
  'rps',
  'tps',
  'iops',
  'ops/s',
  'ops/sec',
  'fps',
  'hz',
])

/** Small numbers as words, and what stands for one before a scale ("a million"). */
export const numberWords: Record<string, number> = {
  half: 0.5,
  one: 1,
  an: 1,
  a: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
}
