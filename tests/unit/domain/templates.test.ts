import { describe, expect, it } from 'vitest'
import { inverseOf } from '#lib/domain/inverse.ts'
import { TEMPLATE_MAX_CHARACTERS, TEMPLATES_KEPT_MAX, TEMPLATES_MAX } from '#lib/domain/template.ts'
import { con, Flow, kim, pia } from '#tests/support/domain.ts'

const define = (template: string, more: { name?: string; content?: string } = {}) =>
  ({ type: 'defineTemplate', template, ...more }) as const

const twoTemplates = () => {
  const flow = new Flow()
  flow.must(define('bug', { name: 'Bug', content: '## Customer value' }))
  flow.must(define('spike', { name: 'Spike', content: '## Open questions' }))
  return flow
}

const defaults = (flow: Flow) =>
  [...flow.settings.templates.values()].filter(({ isDefault }) => isDefault).map(({ id }) => id)

describe('templates', () => {
  it('[TP1] are written and changed by who changes themes; contributors never', () => {
    const flow = twoTemplates().join(con, kim)
    expect(flow.run(define('x', { name: 'X', content: 'x' }), con)).toMatchObject({
      code: 'notAllowed',
    })
    flow.must(define('bug', { name: 'Defect' }), kim)
    expect(flow.settings.templates.get('bug')).toMatchObject({
      name: 'Defect',
      content: '## Customer value',
    })
    flow.join(pia)
    expect(flow.run(define('bug', { content: 'y' }), kim)).toMatchObject({
      code: 'notAllowed',
      message: expect.stringContaining('Only product managers can change templates.'),
    })
    flow.must(define('bug', { content: 'y' }), pia)
  })

  it('[TP2] have a name of their own and a text that fits; saying the same again changes nothing', () => {
    const flow = twoTemplates()
    expect(flow.run(define('x', { name: 'bug', content: 'x' }))).toMatchObject({
      code: 'nameTaken',
    })
    expect(flow.run(define('x', { content: 'x' }))).toMatchObject({ code: 'nameEmpty' })
    expect(flow.run(define('x', { name: 'X', content: ' \n' }))).toMatchObject({
      code: 'textEmpty',
    })
    expect(flow.run(define('bad id', { name: 'X', content: 'x' }))).toMatchObject({
      code: 'invalid',
    })
    const long = 'x'.repeat(TEMPLATE_MAX_CHARACTERS + 1)
    expect(flow.run(define('bug', { content: long }))).toMatchObject({ code: 'textTooLong' })
    expect(flow.must(define('bug', { name: ' Bug ' }))).toEqual([])
    flow.must(define('bug', { content: 'a\r\nb' }))
    expect(flow.settings.templates.get('bug')?.content).toBe('a\nb')
  })

  it('[TP2] are so many at most, archived ones aside', () => {
    const flow = new Flow()
    for (let index = 0; index < TEMPLATES_MAX; index += 1)
      flow.must(define(`m${index}`, { name: `M${index}`, content: 'x' }))
    const more = define('more', { name: 'More', content: 'x' })
    expect(flow.run(more)).toMatchObject({ code: 'tooManyTemplates' })
    flow.must({ type: 'archiveTemplate', template: 'm0' })
    flow.must(more)
    expect(flow.run({ type: 'reviveTemplate', template: 'm0' })).toMatchObject({
      code: 'tooManyTemplates',
    })
  })

  it('[TP2] archived ones are kept, but not without end', () => {
    const flow = new Flow()
    for (let index = 0; index < TEMPLATES_KEPT_MAX; index += 1) {
      flow.must(define(`m${index}`, { name: `M${index}`, content: 'x' }))
      flow.must({ type: 'archiveTemplate', template: `m${index}` })
    }
    expect(flow.run(define('more', { name: 'More', content: 'x' }))).toMatchObject({
      code: 'tooManyTemplates',
      message: expect.stringContaining('Restore an archived one'),
    })
    flow.must({ type: 'reviveTemplate', template: 'm0' })
    flow.must(define('m0', { name: 'More', content: 'y' }))
    expect(flow.settings.templates.size).toBe(TEMPLATES_KEPT_MAX)
  })

  it('[TP5] one whose text is not here is renamed, undone and restored without it', () => {
    const flow = twoTemplates()
    flow.must({ type: 'archiveTemplate', template: 'bug' })
    // As a page knows it.
    const bug = { ...flow.settings.templates.get('bug')!, content: '' }
    flow.settings = { ...flow.settings, templates: new Map([['bug', bug]]) }
    const rename = define('bug', { name: 'Old bug' })
    expect(inverseOf(rename, flow.before)).toEqual([define('bug', { name: 'Bug' })])
    flow.must(rename)
    flow.must({ type: 'reviveTemplate', template: 'bug' })
    expect(flow.settings.templates.get('bug')).toMatchObject({ name: 'Old bug', archivedAt: null })
  })

  it('[TP3] one at most is offered first, and none that is archived', () => {
    const flow = twoTemplates()
    flow.must({ type: 'chooseTemplate', template: 'bug', isDefault: true })
    flow.must({ type: 'chooseTemplate', template: 'spike', isDefault: true })
    expect(defaults(flow)).toEqual(['spike'])
    expect(flow.must({ type: 'chooseTemplate', template: 'spike', isDefault: true })).toEqual([])
    flow.must({ type: 'chooseTemplate', template: 'bug', isDefault: false })
    expect(defaults(flow)).toEqual(['spike'])
    flow.must({ type: 'archiveTemplate', template: 'spike' })
    expect(defaults(flow)).toEqual([])
    expect(flow.run({ type: 'chooseTemplate', template: 'spike', isDefault: true })).toMatchObject({
      code: 'templateNotFound',
    })
  })

  it('[TP4] an archived one is not offered, and comes back while its name is free', () => {
    const flow = twoTemplates()
    flow.must({ type: 'archiveTemplate', template: 'bug' })
    flow.must(define('other', { name: 'Bug', content: 'x' }))
    expect(flow.run({ type: 'reviveTemplate', template: 'bug' })).toMatchObject({
      code: 'nameTaken',
    })
    flow.must(define('bug', { name: 'Old bug' }))
    flow.must({ type: 'reviveTemplate', template: 'bug' })
    expect(flow.settings.templates.get('bug')?.archivedAt).toBeNull()
  })
})
