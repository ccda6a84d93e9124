import { createTransport } from 'nodemailer'
import { settings } from '#lib/settings.ts'

/** Whether this server can send mail. */
export function isMailSet(): boolean {
  return settings().SMTP_URL !== undefined
}

/** Sends a mail of plain text. @throws what the mail server refused, or Error where none is set. */
export async function sendMail(to: string, subject: string, text: string): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = settings()
  if (SMTP_URL === undefined) throw new Error('SMTP_URL is not set')
  const transport = createTransport({ url: SMTP_URL, connectionTimeout: 10_000, socketTimeout: 20_000 })
  try {
    await transport.sendMail({ from: MAIL_FROM, to, subject, text })
  } finally {
    transport.close()
  }
}
