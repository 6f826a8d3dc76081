import { beforeAll, expect, test } from 'vitest'
import { useHistoryBench } from '#tests/support/historyBench.ts'
import { paragraph, value } from '#tests/support/storyContent.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const bench = useHistoryBench()

/** Words that only the private team `den` may ever read. */
const SECRET = /secret|den\b/i

beforeAll(async () => {
  await bench.ready('open', 'An open story')
  await bench.ready('hidden', 'A story')
  for (const story of ['open', 'hidden']) {
    await bench.send(bench.ana, { type: 'assignToTeam', story, team: 'den' })
    await bench.send(
      bench.kim,
      { type: 'renameStory', story, title: 'The secret plan' },
      { type: 'setLabels', story, labels: ['secret'] },
      { type: 'sizeStory', story, size: '3' },
    )
    await bench.write(story, value(paragraph('A secret value')))
    await bench.send(bench.kim, { type: 'moveToStep', story, step: 'doing' })
    await bench.send(bench.kim, { type: 'keepVersion', story, name: 'A secret version' })
  }
  await bench.send(bench.kim, { type: 'renameStory', story: 'open', title: 'An open plan' })
  await bench.send(bench.kim, { type: 'setLabels', story: 'open', labels: [] })
  await bench.send(bench.ana, { type: 'bounceStory', story: 'open', reason: 'Too secret for us' })
  const { body } = await bench.get(bench.kim, 'stories/open/versions')
  const version = body.versions.find(
    ({ name }: { name: string }) => name === 'A secret version',
  ).seq
  await bench.send(
    bench.kim,
    { type: 'nameVersion', story: 'open', version, name: 'A more secret version' },
    { type: 'restoreVersion', story: 'open', version, block: null },
  )
  await bench.send(bench.ana, { type: 'trashStory', story: 'hidden' })
})

const doors = ['history?limit=200', 'history?story=open', 'trash', 'stories/open/versions']

test.each(doors)(
  '[HI1] %s says nothing of a private team to whoever does not know of it',
  async (door) => {
    const { status, body } = await bench.get(bench.lee, door)
    expect(status).toBe(200)
    // The text of the story that has come back is open; what else it was called there is not.
    expect(JSON.stringify(body).replaceAll('An open plan', '')).not.toMatch(SECRET)
    const { body: theirs } = await bench.get(bench.kim, door)
    expect(JSON.stringify(theirs)).toMatch(SECRET)
    const { body: all } = await bench.get(bench.ana, door)
    expect(JSON.stringify(all)).toMatch(SECRET)
  },
)

test('[HI1] the hidden and the absent look the same, by id, by key, and in every part', async () => {
  const { body } = await bench.get(bench.kim, 'history?story=hidden')
  const key = body.stories[0].key as string
  const { versions } = (await bench.get(bench.kim, 'stories/hidden/versions')).body
  const ask = (who: Visitor, name: string) =>
    Promise.all(
      [
        `history?story=${name}`,
        `stories/${name}/versions`,
        `stories/${name}/versions/${versions[0].seq}`,
      ].map(async (path) => {
        const { status, body: answer } = await bench.get(who, path)
        return { status, answer }
      }),
    )
  const absent = await ask(bench.lee, 'none')
  expect(absent.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(await ask(bench.lee, 'hidden')).toEqual(absent)
  expect(await ask(bench.lee, key)).toEqual(absent)
  expect((await ask(bench.kim, 'hidden')).map(({ status }) => status)).toEqual([200, 200, 200])
})

test('[HI1] a version that a private team wrote is not there for others, also when the story is back', async () => {
  const { body: theirs } = await bench.get(bench.kim, 'stories/open/versions')
  const { body: seen } = await bench.get(bench.lee, 'stories/open/versions')
  const causes = (versions: { cause: string }[]) => versions.map(({ cause }) => cause)
  expect(causes(theirs.versions)).toEqual([
    'VersionRestored',
    'StorySentBack',
    'VersionKept',
    'StoryStepped',
    'StoryAssigned',
    'StoryMoved',
    'StoryMoved',
  ])
  expect(causes(seen.versions)).toEqual(['StoryMoved', 'StoryMoved'])
  for (const { seq } of theirs.versions) {
    const { status } = await bench.get(bench.lee, `stories/open/versions/${seq}`)
    const isSeen = seen.versions.some((version: { seq: number }) => version.seq === seq)
    expect(status, String(seq)).toBe(isSeen ? 200 : 404)
  }
})

test('[HI1] [VE1] a version that somebody may not know is neither named nor restored by them', async () => {
  const { body } = await bench.get(bench.kim, 'stories/open/versions')
  const { seq } = body.versions.find(({ cause }: { cause: string }) => cause === 'VersionKept')
  for (const version of [seq, 999_999]) {
    for (const command of [
      { type: 'nameVersion', story: 'open', version, name: 'Mine' },
      { type: 'restoreVersion', story: 'open', version, block: null },
    ]) {
      const wanted = { command: { id: crypto.randomUUID(), ...command } }
      const path = `/api/v1/workspaces/${bench.workspace}/commands`
      const answer = await bench.lee.post(path, wanted)
      expect(JSON.stringify(answer.body)).toContain('This version is not there any more')
    }
  }
})

test('[VE7] who wrote what is for readers of the story, and of deleted text nothing is told', async () => {
  const { body } = await bench.get(bench.lee, 'stories/open/authors')
  expect(body.people.map(({ name }: { name: string }) => name)).toEqual(['Ana'])
  expect(body.clients.every(([, user]: [number, string]) => user === bench.ids.ana)).toBe(true)
  expect((await bench.get(bench.lee, 'stories/hidden/authors')).status).toBe(404)
  expect((await bench.get(bench.stranger, 'stories/open/authors')).status).toBe(404)
})

test('[HI1] pages of those who may know little have no gap and no repeat, and come to an end', async () => {
  const { body: whole } = await bench.get(bench.lee, 'history?limit=200')
  expect(whole.next).toBeNull()
  const read: number[] = []
  let pages = 0
  for (let before = ''; ; pages += 1) {
    const { body } = await bench.get(bench.lee, `history?limit=2${before}`)
    read.push(...body.events.map(({ seq }: { seq: number }) => seq))
    if (body.next === null) break
    before = `&before=${body.next}`
  }
  expect(read).toEqual(whole.events.map(({ seq }: { seq: number }) => seq))
  expect(pages).toBeLessThan(whole.events.length)
})

test('[HI6] what a private team called a version is told by no later event about it', async () => {
  await bench.ready('named', 'A named story')
  await bench.send(bench.kim, { type: 'keepVersion', story: 'named', name: null })
  const { body } = await bench.get(bench.kim, 'stories/named/versions')
  const version = body.versions[0].seq
  const name = (to: string | null) => ({ type: 'nameVersion', story: 'named', version, name: to })
  const restore = { type: 'restoreVersion', story: 'named', version, block: null }
  await bench.send(bench.kim, name('Draft'), restore, name('Open plan'))
  await bench.send(bench.ana, { type: 'assignToTeam', story: 'named', team: 'den' })
  await bench.send(bench.kim, name('Acme takeover'), restore)
  await bench.send(bench.ana, { type: 'bounceStory', story: 'named', reason: 'Too much' })
  await bench.send(bench.kim, restore, name('Plan'), name('New plan'), restore)
  for (const door of ['history?story=named', 'stories/named/versions']) {
    const { status, body: seen } = await bench.get(bench.lee, door)
    expect(status, door).toBe(200)
    expect(JSON.stringify(seen), door).not.toContain('Acme')
  }
  const { body: lees } = await bench.get(bench.lee, 'history?story=named')
  const named = (type: string) =>
    lees.events
      .filter((event: { type: string }) => event.type === type)
      .map(({ name: it, from, to }: Record<string, unknown>) => it ?? [from, to])
  expect(named('VersionNamed')).toEqual([
    ['Plan', 'New plan'],
    [null, 'Plan'],
    ['Draft', 'Open plan'],
    [null, 'Draft'],
  ])
  // Who restores an unnamed one, as far as all know, tells its day.
  expect(named('VersionRestored')).toEqual(['New plan', [undefined, undefined], 'Draft'])
  const { body: kims } = await bench.get(bench.kim, 'history?story=named')
  expect(JSON.stringify(kims)).toContain('Acme takeover')
})

test('[HI1] whoever leaves the team no longer reads its past', async () => {
  await bench.send(bench.ana, {
    type: 'setTeamMember',
    team: 'den',
    member: bench.ids.kim,
    role: null,
  })
  for (const door of doors) {
    const [kims, lees] = await Promise.all([bench.get(bench.kim, door), bench.get(bench.lee, door)])
    expect(kims.body, door).toEqual(lees.body)
  }
})
