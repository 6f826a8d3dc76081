import { type AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as it arrived. */
export interface Mail {
  readonly to: string
  /** Head and body as they came, lines that were folded put together, quoted-printable and base64 as they are. */
  readonly raw: string
  header(name: string): string | null
}

/** A mail server on this machine that keeps what it gets. */
export class Mailbox {
  readonly mails: Mail[] = []
  /** Refuses mail with this code from now on; null: takes it. */
  refusal: number | null = null
  /** Refuses whoever sends with this code, whomever it is to; null: takes it. */
  senderRefusal: number | null = null
  readonly #server: SMTPServer

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onMailFrom: (_, __, answer) => {
        if (this.senderRefusal === null) return answer()
        answer(Object.assign(new Error('Not from here'), { responseCode: this.senderRefusal }))
      },
      onRcptTo: (_, __, answer) => {
        if (this.refusal === null) return answer()
        answer(Object.assign(new Error('No such mailbox'), { responseCode: this.refusal }))
      },
      onData: (stream, session, answer) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const raw = Buffer.concat(parts).toString('utf8')
          const to = session.envelope.rcptTo[0]?.address ?? ''
          this.mails.push({ to, raw, header: (name) => headerIn(raw, name) })
          answer()
        })
      },
    })
  }

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox()
    await new Promise<void>((resolve) => mailbox.#server.listen(0, '127.0.0.1', resolve))
    return mailbox
  }

  get url(): string {
    const { port } = this.#server.server.address() as AddressInfo
    return `smtp://127.0.0.1:${port}`
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }
}

/** Gives the readable text of a mail's plain part. */
export function plainText({ raw }: Mail): string {
  const part =
    raw.split(/\r?\n--(?=\S)/).find((one) => /content-type: text\/plain/i.test(one)) ?? ''
  const [head = '', ...body] = part.split(/\r?\n\r?\n/)
  const text = body.join('\n\n')
  if (/encoding: base64/i.test(head)) return Buffer.from(text, 'base64').toString('utf8')
  if (!/encoding: quoted-printable/i.test(head)) return text
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function headerIn(raw: string, name: string): string | null {
  const head = raw.split(/\r?\n\r?\n/, 1)[0]!.replace(/\r?\n[ \t]+/g, ' ')
  const line = head
    .split(/\r?\n/)
    .find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line?.slice(name.length + 1).trim() ?? null
}
