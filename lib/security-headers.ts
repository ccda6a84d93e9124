/**
 * The headers that every answer carries, and the content security policies of pages and of answers for programs.
 *
 * `(catalogue)` pages are static and can hold no nonce, so their inline scripts are allowed; they show nothing
 * that another person wrote. `(study)` pages get a policy with a nonce from `proxy.ts`.
 */

const common = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
]

/** The policy of static pages and, because it is the default, of every answer that sets no other. */
export function catalogueContentSecurityPolicy(): string {
  return [...common, `script-src 'self' 'unsafe-inline'${devEval()}`].join('; ')
}

/** The policy of a page that is rendered per request. `nonce` is fresh for each request. */
export function studyContentSecurityPolicy(nonce: string): string {
  return [...common, `script-src 'nonce-${nonce}' 'strict-dynamic'${devEval()}`].join('; ')
}

/** The policy of answers for programs: nothing in them may run or be shown in a frame. */
export const dataContentSecurityPolicy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** What a page says in `next.config.ts` that its answer varies with besides; `server/` puts it into `Vary`. */
export const varyHeader = 'X-Loadpath-Vary'

/** React's development build needs eval for its stack traces. */
function devEval(): string {
  return process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
}

/** Name and value of each header that `next.config.ts` puts on every answer. */
export function securityHeaders(): { key: string; value: string }[] {
  return [
    { key: 'Content-Security-Policy', value: catalogueContentSecurityPolicy() },
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'X-Frame-Options', value: 'DENY' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
    { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  ]
}
