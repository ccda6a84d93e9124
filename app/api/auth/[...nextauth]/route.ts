import { answerAuth } from '#app/_server/next-auth.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

const answer = async (request: Request, { params }: Context) => answerAuth(request, (await params).nextauth)

export { answer as GET, answer as POST }
