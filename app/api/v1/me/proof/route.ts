import { handle } from '#app/_server/handle.ts'
import { senderOf } from '#app/_server/sender.ts'
import { proofWaysOf, proveViewer } from '#app/_server/sign-in.ts'

export const GET = handle('GET me/proof', {
  viewer: 'required',
  run: async ({ viewer, request }) => ({ body: await proofWaysOf(viewer, senderOf(request)) }),
})

export const POST = handle('POST me/proof', {
  viewer: 'required',
  run: async ({ viewer, body, now, request }) => proveViewer(viewer, body, senderOf(request), now),
})
