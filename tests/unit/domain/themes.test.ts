import { describe, expect, it } from 'vitest'
import { byRank } from '#lib/domain/rank.ts'
import { bo, con, Flow, kim, pia } from '#tests/support/domain.ts'

const order = ({ settings }: Flow) => [...settings.themes.values()].sort(byRank).map(({ id }) => id)

function threeThemes(): Flow {
  const flow = new Flow()
  for (const theme of ['a', 'b', 'c'])
    flow.must({ type: 'createTheme', theme, name: `Theme ${theme}` })
  return flow
}

describe('[TH1] themes', () => {
  it('[TH1] have a name, a colour, why they matter and a time box', () => {
    const flow = new Flow()
    flow.must({
      type: 'createTheme',
      theme: 't',
      name: ' Trust ',
      intent: ' Buyers come back \n',
      from: '2026-01-01',
      until: null,
    })
    expect(flow.settings.themes.get('t')).toMatchObject({
      name: 'Trust',
      colour: 0,
      intent: 'Buyers come back',
      from: '2026-01-01',
      until: null,
      archivedAt: null,
    })
    flow.must({ type: 'changeTheme', theme: 't', colour: 11, until: '2026-06-30' })
    expect(flow.settings.themes.get('t')).toMatchObject({
      name: 'Trust',
      colour: 11,
      from: '2026-01-01',
      until: '2026-06-30',
    })
    expect(flow.must({ type: 'changeTheme', theme: 't', name: 'Trust' })).toEqual([])
  })

  it('[TH1] what does not fit is refused with its reason', () => {
    const flow = threeThemes()
    const change = (fields: object) => flow.run({ type: 'changeTheme', theme: 'a', ...fields })
    for (const colour of [-1, 12, 1.5, Number.NaN]) {
      expect(change({ colour })).toMatchObject({ code: 'invalid' })
    }
    expect(change({ from: 'May' })).toMatchObject({ code: 'badDate' })
    expect(change({ from: '2026-05-02', until: '2026-05-01' })).toMatchObject({ code: 'badDate' })
    expect(change({ intent: 'x'.repeat(2_001) })).toMatchObject({ code: 'textTooLong' })
    expect(change({ name: 'theme B' })).toMatchObject({ code: 'nameTaken' })
    expect(change({ name: '' })).toMatchObject({ code: 'nameEmpty' })
    expect(flow.run({ type: 'changeTheme', theme: 'nope' })).toMatchObject({
      code: 'themeNotFound',
    })
    expect(flow.run({ type: 'createTheme', theme: 'a', name: 'New' })).toMatchObject({
      code: 'idTaken',
    })
    expect(flow.run({ type: 'createTheme', theme: '', name: 'New' })).toMatchObject({
      code: 'invalid',
    })
  })

  it('[TH1] [RO2] members may while no product manager is in force; contributors never', () => {
    const flow = new Flow().join(con)
    const create = { type: 'createTheme', theme: 't', name: 'T' } as const
    expect(flow.run(create, con)).toMatchObject({ code: 'notAllowed' })
    flow.must(create, kim)
    flow.join(pia, bo).found('web', { bo: 'backlog-owner' })
    for (const actor of [kim, bo]) {
      expect(flow.run({ type: 'archiveTheme', theme: 't' }, actor)).toMatchObject({
        code: 'notAllowed',
        message: expect.stringContaining('Only product managers can change themes and personas.'),
        who: ['Ana', 'Pia'],
      })
    }
    flow.must({ type: 'archiveTheme', theme: 't' }, pia)
  })
})

describe('[TH2] the order of themes', () => {
  it('[TH2] [RK1] [RK4] works as that of stories', () => {
    const flow = threeThemes()
    expect(order(flow)).toEqual(['a', 'b', 'c'])
    flow.must({ type: 'rankTheme', theme: 'c', place: { after: null } })
    expect(order(flow)).toEqual(['c', 'a', 'b'])
    flow.must({ type: 'rankTheme', theme: 'c', place: { after: 'a' } })
    expect(order(flow)).toEqual(['a', 'c', 'b'])
    for (const after of ['a', 'c']) {
      expect(flow.must({ type: 'rankTheme', theme: 'c', place: { after } })).toEqual([])
    }
    expect(flow.run({ type: 'rankTheme', theme: 'c', place: { after: 'nope' } })).toMatchObject({
      code: 'themeNotFound',
    })
  })
})

describe('[TH3] archiving', () => {
  it('[TH3] an archived theme leaves the choice, keeps its stories and comes back', () => {
    const flow = threeThemes()
    flow.put('s')
    flow.must({ type: 'setTheme', story: 's', theme: 'a' })
    flow.must({ type: 'archiveTheme', theme: 'a' })
    const { archivedAt } = flow.settings.themes.get('a')!
    flow.clock += 1_000
    expect(flow.must({ type: 'archiveTheme', theme: 'a' })).toEqual([])
    expect(flow.settings.themes.get('a')?.archivedAt).toBe(archivedAt)
    expect(flow.story('s')).toMatchObject({
      theme: 'a',
      readiness: { missing: expect.not.arrayContaining(['theme']) },
    })
    flow.must({ type: 'createTheme', theme: 'twin', name: 'Theme A' })
    expect(flow.run({ type: 'reviveTheme', theme: 'a' })).toMatchObject({ code: 'nameTaken' })
    flow.must({ type: 'changeTheme', theme: 'twin', name: 'Twin' })
    flow.must({ type: 'reviveTheme', theme: 'a' })
    expect(flow.settings.themes.get('a')?.archivedAt).toBeNull()
  })
})

describe('[TH4] personas', () => {
  it('[TH4] are made, changed, archived and revived like themes', () => {
    const flow = new Flow()
    flow.must({ type: 'createPersona', persona: 'p', name: 'Buyer', about: 'In a hurry' })
    flow.must({ type: 'createPersona', persona: 'q', name: 'Seller' })
    flow.must({ type: 'changePersona', persona: 'p', about: '' })
    expect(flow.settings.personas.get('p')).toMatchObject({ name: 'Buyer', about: '' })
    expect(flow.run({ type: 'changePersona', persona: 'p', name: 'seller' })).toMatchObject({
      code: 'nameTaken',
    })
    expect(flow.run({ type: 'changePersona', persona: 'nope' })).toMatchObject({
      code: 'personaNotFound',
    })
    expect(flow.run({ type: 'createPersona', persona: 'p', name: 'New' })).toMatchObject({
      code: 'idTaken',
    })
    expect(
      flow.run({ type: 'changePersona', persona: 'p', about: 'x'.repeat(2_001) }),
    ).toMatchObject({ code: 'textTooLong' })
    flow.must({ type: 'archivePersona', persona: 'p' })
    expect(flow.must({ type: 'archivePersona', persona: 'p' })).toEqual([])
    flow.must({ type: 'revivePersona', persona: 'p' })
    expect(flow.settings.personas.get('p')?.archivedAt).toBeNull()
    expect(flow.run({ type: 'createPersona', persona: 'r', name: 'R' }, con)).toMatchObject({
      code: 'notAllowed',
    })
  })
})
