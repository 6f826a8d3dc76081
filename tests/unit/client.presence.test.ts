import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { beforeEach, describe, expect, test } from 'vitest'
import { newPlace, type Place } from '#lib/client/place.ts'
import { PresenceList } from '#lib/client/presence.ts'
import { ana, kim } from '#tests/support/domain.ts'

const TEAM = 'team:web'

/** Where each story may be named. */
let places: Map<string, string>
let presence: PresenceList

const open = (person = ana) => {
  const list = new PresenceList(
    { ...person, email: '', colour: 2 },
    (story) => places.get(story) ?? null,
  )
  list.begin(newPlace)
  return list
}

const told = ({ awareness }: Place) => awareness.getLocalState()?.['story']

beforeEach(() => {
  places = new Map([
    ['s1', 'area'],
    ['s2', 'area'],
    ['secret', TEAM],
  ])
  presence = open()
})

describe('[UX17] whether somebody is at the page', () => {
  test('is told wherever the person is, and taken back with the next touch', () => {
    presence.setWhereabouts({ story: 's1', editing: false })
    presence.setIdle(true)
    expect(presence.area.awareness.getLocalState()).toMatchObject({ story: 's1', idle: true })
    const others = open(kim)
    const { awareness } = presence.area
    const hear = () =>
      applyAwarenessUpdate(
        others.area.awareness,
        encodeAwarenessUpdate(awareness, [presence.area.doc.clientID]),
        null,
      )
    hear()
    expect(others.others.get()).toMatchObject([{ story: 's1', idle: true }])
    presence.setIdle(false)
    hear()
    expect(others.others.get()).toMatchObject([{ story: 's1', idle: false }])
    others.close()
  })
})

describe('[I8] where a person is', () => {
  test('is told of stories that everybody may know, and of no others, not for a moment', () => {
    const shown: unknown[] = []
    presence.area.awareness.on('update', () => shown.push(told(presence.area)))
    presence.setWhereabouts({ story: 's1', editing: true })
    presence.setWhereabouts({ story: 'secret', editing: true })
    presence.setWhereabouts({ story: 'unknown', editing: true })
    presence.setWhereabouts({ story: 's2', editing: false })
    expect(shown).toEqual(['s1', null, 's2'])
  })

  test('is taken back when the story becomes private, and told when it is open to all again', () => {
    presence.setWhereabouts({ story: 's1', editing: true })
    places.set('s1', TEAM)
    presence.look()
    expect(presence.area.awareness.getLocalState()).toMatchObject({ story: null, editing: false })
    places.set('s1', 'area')
    presence.look()
    expect(presence.area.awareness.getLocalState()).toMatchObject({ story: 's1', editing: true })
  })

  test('in a private team is told on its own list only', () => {
    const team = presence.enter(TEAM)
    const other = presence.enter('team:ops')
    expect(team.awareness.getLocalState()).toBeNull()
    presence.setWhereabouts({ story: 'secret', editing: true })
    expect([told(presence.area), told(team)]).toEqual([null, 'secret'])
    expect(other.awareness.getLocalState()).toBeNull()
    presence.setWhereabouts({ story: 's1', editing: true })
    expect([told(presence.area), team.awareness.getLocalState()]).toEqual(['s1', null])
  })

  test('is not told while the page is away, and is right when it comes back', () => {
    presence.area.awareness.setLocalState(null)
    presence.setWhereabouts({ story: 's2', editing: false })
    expect(presence.area.awareness.getLocalState()).toBeNull()
    presence.comeBack()
    expect(presence.area.awareness.getLocalState()).toMatchObject({ story: 's2' })
  })
})

describe('[UX15] who else is there', () => {
  /** What one place has of a tab arrives in the same place of another. */
  const pass = (from: Place, to: Place) =>
    applyAwarenessUpdate(
      to.awareness,
      encodeAwarenessUpdate(from.awareness, [from.doc.clientID]),
      'test',
    )

  test('is one entry a tab, in the story that the team’s list tells of', () => {
    const theirs = open(kim)
    const [team, theirTeam] = [presence.enter(TEAM), theirs.enter(TEAM)]
    theirs.setWhereabouts({ story: 'secret', editing: true })
    pass(theirs.area, presence.area)
    expect(presence.others.get()).toMatchObject([{ user: { id: 'kim' }, story: null }])
    pass(theirTeam, team)
    expect(presence.others.get()).toMatchObject([
      { user: { id: 'kim' }, story: 'secret', editing: true },
    ])
    presence.leave(TEAM)
    expect(presence.others.get()).toMatchObject([{ user: { id: 'kim' }, story: null }])
  })
})
