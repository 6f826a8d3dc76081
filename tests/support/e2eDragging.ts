import { expect } from '@playwright/test'
import type { App, Page, Person } from './e2e.ts'
import { fillBoard } from './fillBoard.ts'

export const titleOf = (index: number) => `Show column ${index + 1} of a package`

/** A board of so many ideas; the first `labelled` of them have a label. */
export async function manyIdeas({ server, team }: App, stories: number, labelled = 0) {
  const made = await team()
  const { body } = await made.ana.visitor.post('/api/v1/tokens', { name: 'Many ideas' })
  const place = { url: server.url, workspace: made.id, token: body.token }
  await fillBoard(place, stories, (index) => {
    const story = `${made.id}-${index}`
    return [
      { type: 'captureStory', story, title: titleOf(index) },
      ...(index < labelled ? [{ type: 'setLabels', story, labels: ['import'] } as const] : []),
    ]
  })
  return { ...made, server }
}

interface Idea {
  readonly id: string
  readonly title: string
  readonly stage: string
  readonly rank: string
}

/** The stories of the refinement area as the server has them, in their order. */
export async function onServer(person: Person, workspace: string): Promise<Idea[]> {
  const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
  const { body } = await person.visitor.get(path)
  const all = Object.values(body.items) as Idea[]
  return all.toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
}

/** The titles above and below the line that says where a card would go. */
function aroundLine(page: Page) {
  return page.evaluate(() => {
    const line = [...document.body.children].find((one) => one.classList.contains('h-0.5'))
    if (!line || (line as HTMLElement).hidden) return null
    const { top } = line.getBoundingClientRect()
    const cards = [...document.querySelectorAll('[data-card]')]
      .map((one) => ({
        id: (one as HTMLElement).dataset['card']!,
        box: one.getBoundingClientRect(),
      }))
      .sort((a, b) => a.box.top - b.box.top)
    return {
      above: cards.findLast(({ box }) => (box.top + box.bottom) / 2 < top)?.id,
      below: cards.find(({ box }) => (box.top + box.bottom) / 2 > top)?.id,
    }
  })
}

/** Waits until nothing scrolls any more, and gives what the line stands between. */
export async function atRest(page: Page) {
  let line = await aroundLine(page)
  await expect
    .poll(async () => {
      const last = line
      line = await aroundLine(page)
      return line !== null && JSON.stringify(line) === JSON.stringify(last)
    })
    .toBe(true)
  return line!
}

/** A story is where the line stood, and nowhere else. */
export async function expectBetween(
  person: Person,
  workspace: string,
  title: string,
  line: { readonly above: string | undefined; readonly below: string | undefined },
) {
  const order = await onServer(person, workspace)
  const at = order.findIndex((story) => story.title === title)
  expect([order[at - 1]?.id, order[at + 1]?.id]).toEqual([line.above, line.below])
}
