import type { Language } from '#lib/language/languages.ts'

/** What people want to be mailed, and how far their mails have got in each workspace's log. */
export interface MailStore {
  /** Gives what somebody wants to be mailed; null where nobody has said. */
  wish(user: string): Promise<MailWish | null>
  keepWish(user: string, wish: MailWish): Promise<void>
  /** Gives the members of workspaces whose log goes further than their mails. */
  behind(): Promise<MailReader[]>
  keepCursor(workspace: string, user: string, cursor: MailCursor): Promise<void>
}

export const DIGESTS = ['off', 'hourly', 'daily'] as const

export interface MailWish {
  /** Mail at once when somebody mentions or asks them. */
  readonly mentions: boolean
  readonly digest: (typeof DIGESTS)[number]
  /** Of the daily digest: a time zone of the IANA, and the hour there. */
  readonly zone: string
  readonly hour: number
  /** Signs the links that end the mails. */
  readonly secret: string
}

/** A member of a workspace, as mail needs them. */
export interface MailReader {
  /** `seq`: the last event of its log. */
  readonly workspace: { readonly id: string; readonly name: string; readonly seq: number }
  readonly user: {
    readonly id: string
    readonly email: string
    readonly name: string
    /** Null until it is known. */
    readonly language: Language | null
  }
  /** Null where nobody has said. */
  readonly wish: MailWish | null
  /** Null: nothing was ever looked at for them. */
  readonly cursor: MailCursor | null
}

/** Events up to these are dealt with; `digestAt`: when a digest was last due, in ms. */
export interface MailCursor {
  readonly mentionsSeq: number
  readonly digestSeq: number
  readonly digestAt: number
}
