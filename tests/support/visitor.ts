import { checkSaid } from './saidInEnglish.ts'

/** What a request was answered with; `body` is the parsed JSON, or the text of anything else. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  // oxlint-disable-next-line typescript/no-explicit-any -- a test reads what it expects to be there
  readonly body: any
}

/** A browser without a screen: it keeps cookies, and says where its pages come from, as browsers do. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #url: string
  readonly #headers: Record<string, string>

  /** `headers` go with every request; a value of '' leaves out the header of that name. */
  constructor(url: string, headers: Record<string, string> = {}) {
    this.#url = url
    this.#headers = headers
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, undefined, headers)
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
    return this.send('POST', path, text, headers)
  }

  delete(path: string): Promise<Answer> {
    return this.send('DELETE', path)
  }

  async send(
    method: string,
    path: string,
    body?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const all: Record<string, string> = {
      origin: this.#url,
      'content-type': body === undefined ? '' : 'application/json',
      cookie: this.cookie,
      ...this.#headers,
      ...headers,
    }
    const response = await fetch(new URL(path, this.#url), {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')),
      ...(body === undefined ? {} : { body }),
    })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') && text !== ''
    const answered: unknown = isJson ? JSON.parse(text) : text
    checkSaid(answered)
    return { status: response.status, headers: response.headers, body: answered }
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /;\s*max-age=0(;|$)/i.test(line)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
