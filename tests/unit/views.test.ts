import { describe, expect, it } from 'vitest'
import { formatPlace, parsePlace } from '#components/shell/routes.ts'
import { isShown, lookOf, routeOf, viewable } from '#components/shell/views/look.ts'
import type { View } from '#lib/domain/view.ts'

const at = (address: string) =>
  viewable(parsePlace(new URL(`/w/w1/${address}`, 'http://sluice.test'))!.route)!

const view = (backlog: string | null, look: string): View => ({
  id: 'v',
  name: 'Old ideas',
  backlog,
  look,
  owner: 'ana',
  isShared: false,
})

describe('[UX18] what is looked at', () => {
  it.each([
    ['refine', null],
    ['refine?view=list&theme=t1&theme=none&group=age&sort=-votes&rows=compact', null],
    ['refine?group=theme&label=a%20b&label=%C3%BC', null],
    ['t/web/backlog?view=board&theme=t1&who=mine', 'web'],
  ])('%s becomes a view, and the view leads there again', (address, backlog) => {
    const { look, backlog: place } = lookOf(at(address))
    expect(place).toBe(backlog)
    expect(look).toMatch(/^[!-~]*$/)
    const saved = view(backlog, look)
    expect(isShown(saved, at(address))).toBe(true)
    const href = formatPlace({ workspace: 'w1', route: routeOf(saved) })
    expect(href).toContain('saved=v')
    expect(isShown(saved, at(href.slice('/w/w1/'.length)))).toBe(true)
  })

  it('is the same whatever story is open beside it, whatever tab, and however the query is written', () => {
    const saved = view(null, 'view=list&quiet=yes&sort=-votes')
    expect(isShown(saved, at('refine?s=ST-1&sort=-votes&stage=ready&quiet=yes&view=list'))).toBe(
      true,
    )
    expect(isShown(saved, at('refine?view=list&sort=-votes'))).toBe(false)
    expect(isShown(saved, at('t/web/backlog'))).toBe(false)
  })

  it('keeps nothing of what this page does not know, and loses nothing else', () => {
    const route = routeOf(view(null, 'view=list&facet=new&blocked=yes'))
    expect(lookOf(route).look).toBe('view=list&blocked=yes')
  })
})
