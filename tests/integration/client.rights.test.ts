import { createDecoder, readVarString } from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import * as Y from 'yjs'
import type { StoryState } from '#lib/client/client.ts'
import { SCHEMA_VERSION } from '#lib/doc/schema.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import { must } from '#lib/domain/must.ts'
import { DENIALS } from '#lib/schema/syncToken.ts'
import { deniedFrame } from '#server/sync/frames.ts'
import { clientBench } from '#tests/support/clientBench.ts'
import { type Device, isReady, ready, saved, until } from '#tests/support/clientDevice.ts'
import { backlogBecomes, done, storiesBecome, withTeam } from '#tests/support/clientTeams.ts'
import { docOf, type Ready, textBecomes, textOf, type } from '#tests/support/clientText.ts'
import { criteria, criterion, documentOf, paragraph, value } from '#tests/support/storyContent.ts'
import { noticeSentence } from '#components/story/storySentences.ts'
import { textsIn } from '#tests/support/texts.ts'
import { ORIGIN } from '#tests/support/sync.ts'

const bench = clientBench()
const { device } = bench

const sentence = ({ notice }: Ready) =>
  notice === null ? '' : noticeSentence(textsIn('en', 'story.standing.notice'), notice)
const isReadOnly = (state: StoryState): state is Ready => state.phase === 'ready' && state.readOnly
/** It may be read only, and the page knows why; the server's word comes a moment before the list's. */
const isExplained = (state: StoryState): state is Ready =>
  isReadOnly(state) && sentence(state).includes('Only')
const isWritable = (state: StoryState): state is Ready => state.phase === 'ready' && !state.readOnly

describe('[I5] the right to write', () => {
  test('goes with a story to its team and comes back with it; the page says so and whom to ask', async () => {
    const ana = await withTeam(bench)
    const bo = device('bo', ['member']).open()
    await storiesBecome(bo, 2)
    const handle = bo.openStory('s1')
    const doc = await docOf(handle)
    await until(handle.state, isWritable)
    type(doc, 'by Bo')
    await saved(bo)
    const states: StoryState[] = []
    handle.state.subscribe(() => states.push(handle.state.get()))
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    const lost = await until(handle.state, isExplained)
    expect(sentence(lost)).toBe(
      'You may read this story but not change it any more. Only the people of Web can change its stories. Ask Ana or Kim.',
    )
    expect(textOf(lost.doc)).toBe('by Bo')
    await done(ana, { type: 'bounceStory', story: 's1', reason: 'Unclear' })
    const back = await until(handle.state, isWritable)
    expect(back.notice).toBeNull()
    type(back.doc, ', again')
    await saved(bo)
    await textBecomes(await docOf(ana.openStory('s1')), 'by Bo, again')
    // The editor is never taken away meanwhile, with what is selected in it.
    expect(states.map(({ phase }) => phase)).not.toContain('gone')
    expect(new Set(states.map((state) => state.phase === 'ready' && state.doc))).toEqual(
      new Set([doc]),
    )
  })

  test('is gone when somebody comes back online: what they typed stays, and goes when the right is back', async () => {
    const ana = await withTeam(bench)
    const laptop = device('bo', ['member'])
    const bo = laptop.open()
    await storiesBecome(bo, 2)
    const handle = bo.openStory('s1')
    const doc = await docOf(handle)
    await saved(bo)
    laptop.offline()
    type(doc, 'written on a train')
    await until(bo.sync, ({ kind }) => kind === 'offline')
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    laptop.online()
    await until(bo.stuck, (stories) => stories.has('s1'))
    const kept = await until(handle.state, isExplained)
    expect(textOf(kept.doc)).toBe('written on a train')
    expect(sentence(kept)).toContain('Only the people of Web can change its stories.')
    expect(sentence(kept)).toContain('it is kept on this device')
    expect(bo.sync.get()).toEqual({ kind: 'stuck', count: 1 })
    await done(ana, { type: 'bounceStory', story: 's1', reason: 'Unclear' })
    await saved(bo)
    await textBecomes(await docOf(ana.openStory('s1')), 'written on a train')
    expect(bo.stuck.get().size).toBe(0)
  })

  test('is judged here too: who takes it from themselves reads at once, offline', async () => {
    const ana = await withTeam(bench)
    const laptop = device('bo', ['member'])
    const bo = laptop.open()
    await storiesBecome(bo, 2)
    const handle = bo.openStory('s1')
    await until(handle.state, isWritable)
    laptop.offline()
    expect(bo.send({ type: 'assignToTeam', story: 's1', team: 'web' }).ok).toBe(true)
    await until(handle.state, isReadOnly)
    laptop.online()
    await saved(bo)
    await backlogBecomes(ana, ['s1 todo'])
    expect(handle.state.get()).toMatchObject({ phase: 'ready', readOnly: true })
  })

  test('follows roles on the open page: a new role judges what is asked, and says whom to ask', async () => {
    const ana = await withTeam(bench)
    const bo = device('bo', ['member']).open()
    await storiesBecome(bo, 2)
    const dismiss: NewCommand = { type: 'dismissStory', story: 's1', reason: 'Not this year' }
    expect(bo.judge(dismiss)).toBeNull()
    await done(ana, { type: 'changeRoles', member: 'kim', roles: ['product-manager'] })
    await until(bo.area, () => bo.judge(dismiss) !== null)
    expect(bo.judge(dismiss)).toMatchObject({ code: 'notAllowed', who: ['Ana', 'Kim'] })
    await done(ana, { type: 'changeRoles', member: 'bo', roles: ['viewer'] })
    const handle = bo.openStory('s1')
    // Nothing was taken from whoever opens it to read: whom to ask is said beside the text, and nothing warns.
    await until(handle.state, (state) => isReadOnly(state) && state.notice === null)
    const rename: NewCommand = { type: 'renameStory', story: 's1', title: 'Other' }
    expect(bo.judge(rename)?.message).toContain('Only members can change this story.')
  })
})

/** A browser's socket to which the test can say that a document is denied, as a server does that was asked too early. */
function denyingSocket({ me, session }: Device) {
  const sockets: DenyingSocket[] = []
  class DenyingSocket extends WebSocket {
    readonly addresses = new Map<string, string>()

    constructor(url: string) {
      super(url, { headers: { cookie: `person=${me.id}; session=${session}`, origin: ORIGIN } })
      sockets.push(this)
      this.on('error', () => {})
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const address = readVarString(createDecoder(new Uint8Array(data as ArrayBuffer)))
      this.addresses.set(must(address.split('\0')[0], 'a document'), address)
      super.send(data)
    }
  }
  const deny = (document: string) => {
    const socket = must(sockets.at(-1), 'a socket')
    const address = must(socket.addresses.get(document), `an address of ${document}`)
    socket.emit('message', deniedFrame(address, DENIALS.notFound).slice().buffer, true)
  }
  return { WebSocket: DenyingSocket as unknown as typeof globalThis.WebSocket, deny }
}

describe('[I8] the right to read', () => {
  test('that comes back before anybody saw it gone opens the story and the list again by itself', async () => {
    const ana = await withTeam(bench, { isPrivate: true })
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    const laptop = device('kim', ['member'])
    const { WebSocket, deny } = denyingSocket(laptop)
    const kim = laptop.open({ environment: { WebSocket } })
    await backlogBecomes(kim, ['s1 todo'])
    const handle = kim.openStory('s1')
    await until(handle.state, isWritable)
    await saved(kim)
    deny('story:s1')
    expect(handle.state.get().phase).toBe('gone')
    await until(handle.state, isWritable)
    deny('team:web')
    expect((await ready(kim)).backlogs.get('web')).toMatchObject({ isLoaded: false, stories: [] })
    await backlogBecomes(kim, ['s1 todo'])
    await until(handle.state, isWritable)
  })
})

describe('[RD5] the gate', () => {
  const EDITOR = { schemaVersion: SCHEMA_VERSION }
  /** What a story needs beside its text to be ready. */
  const dressed: NewCommand[] = [
    { type: 'createTheme', theme: 'speed', name: 'Speed' },
    { type: 'setTheme', story: 's1', theme: 'speed' },
    { type: 'setPersona', story: 's1', persona: 'not-needed' },
    { type: 'setPolicy', policy: { gate: 'block' } },
  ]
  const written = () =>
    Y.encodeStateAsUpdate(
      documentOf(value(paragraph('Saves an hour')), criteria(criterion('It saves'))),
    )

  test('judges what was typed in the same moment, here and on the server, and says what is missing before', async () => {
    await bench.server.capture('s1', 'First')
    const ana = device().open(EDITOR)
    await storiesBecome(ana, 1)
    await done(ana, { type: 'startRefining', story: 's1' }, ...dressed)
    const mark: NewCommand = { type: 'markReady', story: 's1' }
    const doc = await docOf(ana.openStory('s1'))
    await saved(ana)
    expect(ana.send(mark)).toMatchObject({ code: 'notReady', missing: ['value', 'criteria'] })
    Y.applyUpdate(doc, written())
    const sent = ana.send(mark)
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true })
    const view = await ready(ana)
    expect(view.stories.get('s1')).toMatchObject({ stage: 'ready', readiness: { missing: [] } })
    await saved(ana)
  })

  test('and readiness follow the open document, also offline and after a reload', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const ana = laptop.open(EDITOR)
    await storiesBecome(ana, 1)
    await done(ana, { type: 'startRefining', story: 's1' }, ...dressed)
    const mark: NewCommand = { type: 'markReady', story: 's1' }
    const readiness = ana.readiness('s1')
    const answer = ana.judgement(mark)
    const doc = await docOf(ana.openStory('s1'))
    await saved(ana)
    laptop.offline()
    expect(readiness.get()?.missing).toEqual(['value', 'criteria'])
    expect(answer.get()).toMatchObject({ code: 'notReady' })
    Y.applyUpdate(doc, written())
    await until(readiness, (now) => now?.missing.length === 0)
    await until(answer, (now) => now === null)
    // The card is what the server said, until it says something else.
    expect((await ready(ana)).stories.get('s1')?.readiness.missing).toEqual(['value', 'criteria'])
    expect(ana.send(mark).ok).toBe(true)
    await ana.close()

    const after = laptop.open(EDITOR)
    await until(after.area, (view) => isReady(view) && view.stories.get('s1')?.stage === 'ready')
    laptop.online()
    await saved(after)
    expect(after.refused.get()).toEqual([])
    expect((await ready(after)).stories.get('s1')?.stage).toBe('ready')
  })
})
