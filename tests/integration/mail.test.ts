import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readEnv } from '#server/env.ts'
import { type Mailer, startMailer } from '#server/mail/mailer.ts'
import { createUnsubscribe } from '#server/mail/unsubscribe.ts'
import { endToken, wishOf } from '#server/mail/wishes.ts'
import { type Mail, Mailbox, plainText } from '#tests/support/mailbox.ts'
import { startServer, type TestServer } from '#tests/support/sync.ts'
import { decideAs, toReady } from '#tests/support/syncTeams.ts'

const HOUR = 3_600_000
const log = pino({ level: 'silent' })

let server: TestServer
let mailbox: Mailbox
let mailer: Mailer
let clock: number

beforeEach(async () => {
  server = await startServer()
  mailbox = await Mailbox.open()
  for (const person of ['bo', 'kim']) await server.addPerson(person)
  clock = Date.now()
  mailer = open()
  // Begins from here: what was before is nobody's news.
  await mailer.look()
  await decideAs(server, 'ana', { type: 'captureStory', story: 's1', title: 'Export <b>all</b>' })
})

afterEach(async () => {
  await mailer.stop()
  await mailbox.close()
  await server.stop()
})

/** Opens a mailer for which a notice is old enough `settleMs` after a time long before the test. */
function open(settleMs = 0): Mailer {
  return startMailer({
    storage: server.faults.storage,
    workspaces: server.workspaces,
    settings: {
      smtpUrl: mailbox.url,
      from: 'Sluice <sluice@example.com>',
      publicUrl: 'https://sluice.example.com',
    },
    now: () => clock,
    log,
    settleMs: settleMs - 10 * HOUR,
  })
}

/** The subject as people read it: encoded words put back (RFC 2047). */
function subjectOf(mail: Mail): string {
  return (mail.header('Subject') ?? '')
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_, how: string, text: string) =>
      (how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replaceAll(/=([0-9A-F]{2})/g, (__, hex: string) =>
                String.fromCharCode(Number.parseInt(hex, 16)),
              ),
            'latin1',
          )
      ).toString('utf8'),
    )
}

const mention = (thread: string, text = 'What do you think, @[Bo](person:bo)?') => ({
  type: 'startThread',
  story: 's1',
  thread,
  comment: `${thread}-c`,
  anchor: null,
  text,
})

async function choose(person: string, change: object): Promise<void> {
  const { mail } = server.faults.storage
  await mail.keepWish(person, { ...(await wishOf(mail, person)), ...change })
}

describe('mail of mentions', () => {
  test('[MA1] is sent once, to whoever is mentioned, with the words, the reason, links and a way to end it', async () => {
    await decideAs(server, 'ana', mention('t1'))
    await mailer.look()
    await mailer.look()
    expect(mailbox.mails).toHaveLength(1)
    const [mail] = mailbox.mails
    expect(mail!.to).toMatch(/^bo@/)
    const text = plainText(mail!)
    expect(text).toContain('What do you think, @Bo?')
    expect(text).toContain('(You were mentioned)')
    expect(text).toMatch(/https:\/\/sluice\.example\.com\/w\/w1\/s\/\w+-1/)
    expect(mail!.header('List-Unsubscribe')).toMatch(
      /^<https:\/\/sluice\.example\.com\/unsubscribe\/bo\.mentions\.[\w-]+>$/,
    )
    expect(mail!.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(text).toContain('Export <b>all</b>')
    expect(mail!.raw).toContain('&lt;b&gt;all')
  })

  test('[MA2] who has only just come is mailed, and nobody what was before there was mail', async () => {
    await server.addPerson('lea')
    const forLea = (thread: string) => mention(thread, 'Welcome, @[Lea](person:lea)')
    await decideAs(server, 'ana', forLea('t1'))
    await mailer.look()
    expect(mailbox.mails.map(({ to }) => to.split('@')[0])).toEqual(['lea'])
    await server.addPerson('max')
    await decideAs(server, 'ana', mention('t2', 'Welcome, @[Max](person:max)'))
    await mailer.stop()
    clock += HOUR
    mailer = open()
    await mailer.look()
    // A digest to somebody else may be due in that hour.
    expect(mailbox.mails.filter(({ to }) => to.startsWith('max@'))).toEqual([])
  })

  test('[MA2] a restart neither loses nor repeats', async () => {
    await decideAs(server, 'ana', mention('t1'))
    await mailer.look()
    await decideAs(server, 'ana', mention('t2', 'And this, @[Bo](person:bo)?'))
    await mailer.stop()
    mailer = open()
    await mailer.look()
    expect(mailbox.mails.map((mail) => plainText(mail).match(/“(.*?)”/)?.[1])).toEqual([
      'What do you think, @Bo?',
      'And this, @Bo?',
    ])
  })

  test('[MA3] what is done, muted or out of sight by then is not mailed', async () => {
    await decideAs(server, 'ana', mention('t1'))
    await decideAs(server, 'bo', { type: 'markNoticesDone', story: 's1', upTo: 1_000 })
    await mailer.look()
    await decideAs(
      server,
      'ana',
      mention('t2', 'A secret for @[Bo](person:bo)'),
      { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true },
      ...toReady('s1'),
      { type: 'assignToTeam', story: 's1', team: 'den' },
    )
    await mailer.look()
    expect(mailbox.mails).toEqual([])
  })

  test('[MA3] what is young waits: who has the product open sees it there', async () => {
    await mailer.stop()
    mailer = open(11 * HOUR)
    await decideAs(server, 'ana', mention('t1'))
    await mailer.look()
    expect(mailbox.mails).toEqual([])
    clock += 2 * HOUR
    await mailer.look()
    expect(mailbox.mails).toHaveLength(1)
  })

  test('[MA4] a server that does not take it is asked again, later and later', async () => {
    mailbox.refusal = 451
    await decideAs(server, 'ana', mention('t1'))
    await mailer.look()
    mailbox.refusal = null
    await mailer.look()
    expect(mailbox.mails).toEqual([])
    clock += 61_000
    await mailer.look()
    expect(mailbox.mails).toHaveLength(1)
  })

  test('[MA4] one that refuses whoever sends for a week loses nobody’s mail', async () => {
    mailbox.senderRefusal = 550
    await decideAs(server, 'ana', mention('t1'))
    for (let day = 0; day < 7; day += 1) {
      await mailer.look()
      clock += 24 * HOUR
    }
    mailbox.senderRefusal = null
    await mailer.look()
    expect(mailbox.mails.some((mail) => plainText(mail).includes('What do you think'))).toBe(true)
  })
})

describe('the digest', () => {
  test('[MA5] comes at the hour of the day that was chosen, where the person is, with what is not done', async () => {
    clock = Date.UTC(2026, 0, 15, 4, 30)
    await choose('bo', { mentions: false, digest: 'daily', zone: 'America/New_York', hour: 8 })
    await server.faults.storage.mail.keepCursor('w1', 'bo', {
      mentionsSeq: 0,
      digestSeq: 0,
      digestAt: clock - HOUR,
    })
    await decideAs(server, 'bo', { type: 'watchStory', story: 's1' })
    await decideAs(server, 'ana', { type: 'startRefining', story: 's1' })
    await mailer.look()
    clock = Date.UTC(2026, 0, 15, 12, 59)
    await mailer.look()
    expect(mailbox.mails).toEqual([])
    clock = Date.UTC(2026, 0, 15, 13, 1)
    await mailer.look()
    await mailer.look()
    expect(mailbox.mails).toHaveLength(1)
    expect(plainText(mailbox.mails[0]!)).toContain(
      'moved this story from Idea to Refinement (You watch this story)',
    )
    clock += 24 * HOUR
    await mailer.look()
    expect(mailbox.mails).toHaveLength(1)
  })

  test('[MA5] hourly: at most once an hour, and without what was mailed at once', async () => {
    await choose('bo', { digest: 'hourly' })
    await decideAs(server, 'bo', { type: 'watchStory', story: 's1' })
    await decideAs(server, 'ana', mention('t1'), { type: 'startRefining', story: 's1' })
    await mailer.look()
    expect(mailbox.mails.map((mail) => mail.header('Subject'))).toHaveLength(1)
    clock += HOUR
    await mailer.look()
    expect(mailbox.mails).toHaveLength(2)
    const digest = plainText(mailbox.mails[1]!)
    expect(digest).toContain('moved this story from Idea to Refinement')
    expect(digest).not.toContain('What do you think')
  })
})

describe('the language', () => {
  test('[MA8] mails are in that of whoever gets them: subject, words, ends; another person of the same story gets theirs', async () => {
    await server.faults.storage.people.setLanguage('bo', 'de')
    await decideAs(
      server,
      'ana',
      mention('t1', 'Schaut mal, @[Bo](person:bo) und @[Kim](person:kim)'),
    )
    await mailer.look()
    const [bo, kim] = ['bo@', 'kim@'].map((to) =>
      mailbox.mails.find((mail) => mail.to.startsWith(to))!,
    )
    expect(subjectOf(bo!)).toMatch(/ hat dich in einem Kommentar zu „Export <b>all<\/b>“ erwähnt$/)
    const text = plainText(bo!)
    expect(text).toContain('hat dich in einem Kommentar zu dieser Story erwähnt: „Schaut mal')
    expect(text).toContain('(Du wurdest erwähnt)')
    expect(text).toContain('Du bekommst das, weil du erwähnt oder gefragt wurdest.')
    expect(text).toMatch(/Keine solchen Mails mehr: https:/)
    expect(bo!.raw).toContain('<html lang=3D"de" dir=3D"l')
    expect(subjectOf(kim!)).toMatch(/ mentioned you in a comment on “Export <b>all<\/b>”$/)
    expect(plainText(kim!)).toContain('No more of these mails: https:')
  })

  test('[MA8] so are digests, with plural forms', async () => {
    await server.faults.storage.people.setLanguage('bo', 'de')
    await choose('bo', { mentions: false, digest: 'hourly' })
    await decideAs(server, 'ana', { type: 'captureStory', story: 's2', title: 'Import' })
    for (const story of ['s1', 's2']) {
      await decideAs(server, 'bo', { type: 'watchStory', story })
      await decideAs(server, 'ana', { type: 'startRefining', story })
    }
    clock += HOUR
    await mailer.look()
    const digest = mailbox.mails.find((mail) => mail.to.startsWith('bo@'))!
    expect(subjectOf(digest)).toMatch(/^Neu in .+: 2 Storys$/)
    expect(plainText(digest)).toContain(
      'hat diese Story von Idee nach Verfeinerung verschoben (Du beobachtest diese Story)',
    )
  })
})

describe('ending mails', () => {
  async function page(): Promise<{ url: string; close: () => void }> {
    const answer = createUnsubscribe({ storage: server.faults.storage, log })
    const http = createServer((req, res) => void answer(req.url ?? '', req, res))
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    const { port } = http.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}`, close: () => http.close() }
  }

  test('[MA6] looking at the link asks and changes nothing; one click of a mail program ends them', async () => {
    await decideAs(server, 'ana', mention('t1'))
    await mailer.look()
    const link = mailbox.mails[0]!.header('List-Unsubscribe')!.slice(1, -1)
    const { url, close } = await page()
    const here = url + new URL(link).pathname
    const looked = await fetch(here)
    expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('<form')])
    expect((await server.faults.storage.mail.wish('bo'))?.mentions).toBe(true)
    const sent = await fetch(here, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(sent.status).toBe(200)
    expect(await server.faults.storage.mail.wish('bo')).toMatchObject({
      mentions: false,
      digest: 'daily',
    })
    await decideAs(server, 'ana', mention('t2'))
    await mailer.look()
    expect(mailbox.mails).toHaveLength(1)
    close()
  })

  test('[MA8] [MA6] the page speaks the language of the mails; of a link that is not known, that of the browser', async () => {
    const { people, mail } = server.faults.storage
    await people.setLanguage('bo', 'de')
    const token = endToken('bo', 'digest', await wishOf(mail, 'bo'))
    const { url, close } = await page()
    const read = async (path: string, language: string) =>
      (
        await fetch(`${url}/unsubscribe/${path}`, { headers: { 'accept-language': language } })
      ).text()
    const asked = await read(token, 'en')
    expect(asked).toContain('<html lang="de" dir="ltr">')
    expect(asked).toContain('<h1>Keine solchen Mails mehr?</h1>')
    expect(await read('bo.digest.x', 'de-AT,en;q=0.5')).toContain('Dieser Link ist nicht bekannt')
    expect(await read('bo.digest.x', 'fr')).toContain('This link is not known')
    close()
  })

  test('[MA6] a link that was never sent ends nothing', async () => {
    await wishOf(server.faults.storage.mail, 'bo')
    const { url, close } = await page()
    for (const token of [
      'bo.mentions.x',
      'bo.digest.',
      'bo',
      '__proto__.mentions.x',
      'ana.mentions.x',
    ]) {
      const { status } = await fetch(`${url}/unsubscribe/${token}`, { method: 'POST' })
      expect(status, token).toBe(404)
    }
    expect((await server.faults.storage.mail.wish('bo'))?.mentions).toBe(true)
    close()
  })
})

test('[MA7] mail takes a server, a sender and an address; half of it is refused at the start', () => {
  const all = {
    SMTP_URL: 'smtp://u:p@mail.example.com:587',
    MAIL_FROM: 'Sluice <sluice@example.com>',
    PUBLIC_URL: 'https://sluice.example.com',
  }
  expect(readEnv(all).mail).toEqual({
    smtpUrl: all.SMTP_URL,
    from: all.MAIL_FROM,
    publicUrl: all.PUBLIC_URL,
  })
  expect(readEnv({}).mail).toBeNull()
  expect(() => readEnv({ ...all, PUBLIC_URL: '' })).toThrow('PUBLIC_URL is missing')
  expect(() => readEnv({ ...all, MAIL_FROM: '' })).toThrow('MAIL_FROM')
  expect(() => readEnv({ ...all, MAIL_FROM: 'a@b\r\nBcc: c@d' })).toThrow('MAIL_FROM')
  expect(() => readEnv({ ...all, SMTP_URL: 'http://u:secret@x' })).toThrow(
    /SMTP_URL is (?!.*secret)/,
  )
})
