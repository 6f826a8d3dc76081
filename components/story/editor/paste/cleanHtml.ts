import { textsOf } from '#components/language/loaded.ts'
import { fromGitHub, fromGoogleDocs, fromJira } from './fromPages.ts'
import { fromWord } from './fromWord.ts'
import { describePictures } from './pictures.ts'

/** Elements that never are what somebody wrote. Their content goes with them. */
const NEVER =
  'script, style, link, meta, title, template, noscript, br.Apple-interchange-newline, iframe, object, embed, svg, math, canvas, audio, video, button, select, textarea, clipboard-copy'

/** More cells than this are cut off a table: every one is a block of its own. */
export const CELLS_MAX = 2_000

/** Lists deeper than this are laid flat at this depth. */
export const DEPTH_MAX = 20

/** What a page's HTML became, and what was left out of it, in sentences; null for nothing. */
export interface Cleaned {
  readonly html: string
  readonly leftOut: string | null
}

/**
 * Gives pasted HTML without what only its page needs: scripts, styles, wrappers. Lists, boxes, callouts and code of Google
 * Docs, Word, Jira and GitHub become what this editor reads. Nothing in it runs: it is read in a document that is not shown.
 */
export function cleanHtml(html: string): Cleaned {
  const page = new DOMParser().parseFromString(withoutConditions(html), 'text/html')
  const { body } = page
  // What was copied here says so, and is clean already.
  if (body.querySelector('[data-pm-slice]')) return { html, leftOut: null }
  for (const element of body.querySelectorAll(NEVER)) element.remove()
  removeComments(page)
  fromGoogleDocs(body)
  fromWord(body)
  fromJira(body)
  fromGitHub(body)
  nestLooseLists(body)
  separateTasks(body)
  trimCode(body)
  flatten(body)
  const leftOut = [cutTables(body), describePictures(body)].filter((says) => says !== null)
  return { html: body.innerHTML, leftOut: leftOut.length === 0 ? null : leftOut.join(' ') }
}

/** Word's conditions: what is between them is for programs that are not browsers. */
function withoutConditions(html: string): string {
  return html.replace(/<!(?:--)?\[(?:if|endif)[^\]]{0,200}\](?:--)?>/gi, '')
}

function removeComments(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT)
  const comments: Node[] = []
  while (walker.nextNode()) comments.push(walker.currentNode)
  for (const comment of comments) (comment as Comment).remove()
}

/** A list directly in a list belongs into the item before it. */
function nestLooseLists(body: HTMLElement): void {
  for (const list of body.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const before = list.previousElementSibling
    if (before?.tagName === 'LI') before.append(list)
    else {
      const item = body.ownerDocument.createElement('li')
      list.replaceWith(item)
      item.append(list)
    }
  }
}

/** A list of tasks holds tasks only: where both are in one, it becomes several. */
function separateTasks(body: HTMLElement): void {
  for (const list of body.querySelectorAll('[data-type="taskList"]')) {
    const items = [...list.children]
    const isTask = (item: Element | undefined) => item?.hasAttribute('data-checked') === true
    if (items.every(isTask)) continue
    let part: Element | null = null
    for (const [index, item] of items.entries()) {
      if (!part || isTask(item) !== isTask(items[index - 1])) {
        part = body.ownerDocument.createElement(isTask(item) ? 'ul' : list.tagName)
        if (isTask(item)) part.setAttribute('data-type', 'taskList')
        list.before(part)
      }
      part.append(item)
    }
    list.remove()
  }
}

/** The line break that ends code in a page is not a line of it. */
function trimCode(body: HTMLElement): void {
  for (const pre of body.querySelectorAll('pre')) {
    let last: Node = pre
    while (last.lastChild) last = last.lastChild
    if (last.nodeType === Node.TEXT_NODE)
      last.textContent = (last.textContent ?? '').replace(/\n$/, '')
  }
}

/** Gives lists that are too deep to their item's list, behind it: their words stay. */
function flatten(body: HTMLElement): void {
  const deep = `${':is(ul, ol) '.repeat(DEPTH_MAX)} :is(ul, ol)`
  for (let list = body.querySelector(deep); list; list = body.querySelector(deep)) {
    const item = list.closest('li')
    if (item && item.contains(list)) item.after(...list.children)
    list.remove()
  }
}

function cutTables(body: HTMLElement): string | null {
  const sentences: string[] = []
  for (const table of body.querySelectorAll('table')) {
    const all = table.querySelectorAll('td, th').length
    if (all <= CELLS_MAX) continue
    let cells = 0
    let rows = 0
    for (const row of table.querySelectorAll('tr')) {
      cells += row.querySelectorAll('td, th').length
      if (cells > CELLS_MAX) row.remove()
      else rows += 1
    }
    sentences.push(textsOf('story')('paste.table', { rows, all, most: CELLS_MAX }))
  }
  return sentences.length === 0 ? null : sentences.join(' ')
}
