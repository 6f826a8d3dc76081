import { calloutNamed } from '../rich/keys.ts'

/** Google Docs: everything in a `b` that is not bold, bold and italic as styles, boxes as items with a role. */
export function fromGoogleDocs(body: HTMLElement): void {
  for (const wrapper of body.querySelectorAll('b[id^="docs-internal-guid"]')) unwrap(wrapper)
  for (const bold of body.querySelectorAll('b, strong'))
    if (/font-weight:\s*(normal|400)/.test(styleOf(bold))) unwrap(bold)
  for (const span of body.querySelectorAll('span[style]')) {
    const style = styleOf(span)
    const isInLink = span.closest('a') !== null || span.querySelector('a') !== null
    if (/font-weight:\s*([6-9]00|bold)/.test(style) && !span.closest('h1, h2, h3, h4, h5, h6'))
      wrapInside(span, 'strong')
    if (/font-style:\s*italic/.test(style)) wrapInside(span, 'em')
    if (/text-decoration[^;]*line-through/.test(style)) wrapInside(span, 's')
    else if (/text-decoration[^;]*underline/.test(style) && !isInLink) wrapInside(span, 'u')
    if (
      /font-family:[^;]*(courier|consolas|monospace|roboto mono)/i.test(style) &&
      !span.closest('pre')
    )
      wrapInside(span, 'code')
  }
  for (const item of body.querySelectorAll('li[role="checkbox"]')) {
    toTask(item, item.getAttribute('aria-checked') === 'true')
    for (const image of item.querySelectorAll('img')) image.remove()
  }
}

/** GitHub: boxes in items, alerts, anchors in headings, code in wrappers. */
export function fromGitHub(body: HTMLElement): void {
  for (const anchor of body.querySelectorAll('a.anchor, a[aria-hidden="true"]')) anchor.remove()
  for (const emoji of body.querySelectorAll('g-emoji')) unwrap(emoji)
  for (const box of body.querySelectorAll<HTMLInputElement>('li input[type="checkbox"]')) {
    const item = box.closest('li')
    if (item && !item.hasAttribute('data-checked')) toTask(item, box.hasAttribute('checked'))
    const label = box.closest('label')
    if (label) unwrap(label)
    box.remove()
  }
  for (const alert of body.querySelectorAll('div[class*="markdown-alert-"]')) {
    const [, kind = 'note'] = /markdown-alert-(\w+)/.exec(alert.className) ?? []
    for (const title of alert.querySelectorAll('.markdown-alert-title')) title.remove()
    toCallout(alert, kind)
  }
  for (const quote of body.querySelectorAll('blockquote')) {
    const line = quote.querySelector('p') ?? quote
    const [whole = '', kind = ''] = /^\s*\[!(\w+)\]\s*/.exec(line.textContent ?? '') ?? []
    const text = line.firstChild
    if (whole === '' || calloutNamed(kind) === null || text?.nodeType !== 3) continue
    text.textContent = (text.textContent ?? '').replace(/^\s*\[!\w+\]\s*/, '')
    if ((line.firstChild?.nextSibling as Element | null)?.tagName === 'BR' && !text.textContent)
      line.firstChild?.nextSibling?.remove()
    if (line !== quote && (line.textContent ?? '').trim() === '') line.remove()
    toCallout(quote, kind)
  }
  // A language that is named around the code is kept on it.
  for (const wrapper of body.querySelectorAll('div.highlight')) {
    const pre = wrapper.querySelector('pre')
    const language = /highlight-source-([\w+#-]+)/.exec(wrapper.className)?.[1]
    if (pre && language) pre.setAttribute('data-language', language)
    if (pre) wrapper.replaceWith(pre)
  }
}

/** Jira and Confluence: panels, macros of code, tasks that are no lists, cards of links, named emoji. */
export function fromJira(body: HTMLElement): void {
  for (const panel of body.querySelectorAll('[data-panel-type]'))
    toCallout(panel, PANELS[panel.getAttribute('data-panel-type') ?? ''] ?? 'note')
  for (const code of body.querySelectorAll('div.code.panel, div.preformatted.panel')) {
    const pre = code.querySelector('pre')
    const language = /code-([\w+#-]+)/.exec(pre?.className ?? '')?.[1]
    if (pre && language) pre.setAttribute('data-language', language)
    if (pre) code.replaceWith(pre)
  }
  for (const emoji of body.querySelectorAll('[data-emoji-text]'))
    emoji.replaceWith(emoji.getAttribute('data-emoji-text') ?? '')
  for (const image of body.querySelectorAll('img.emoticon'))
    image.replaceWith(image.getAttribute('alt') ?? '')
  for (const list of body.querySelectorAll(
    '[data-node-type="actionList"], [data-node-type="decisionList"]',
  ))
    rename(list, 'ul')
  for (const task of body.querySelectorAll('[data-task-state], [data-task-local-id]:not(li)')) {
    const item = task.tagName === 'LI' ? task : rename(task, 'li')
    if (!item.parentElement?.matches('ul, ol')) {
      const before = item.previousElementSibling
      const list = before?.matches('ul') ? before : body.ownerDocument.createElement('ul')
      if (list !== before) item.replaceWith(list)
      list.append(item)
    }
    toTask(item, item.getAttribute('data-task-state') === 'DONE')
  }
}

const PANELS: Readonly<Record<string, string>> = {
  info: 'note',
  note: 'note',
  tip: 'tip',
  success: 'tip',
  warning: 'warning',
  error: 'danger',
}

/** Makes a task of an item, and its list one of tasks. */
function toTask(item: Element, isDone: boolean): void {
  item.setAttribute('data-type', 'taskItem')
  item.setAttribute('data-checked', String(isDone))
  item.parentElement?.setAttribute('data-type', 'taskList')
}

function toCallout(element: Element, kind: string): void {
  const callout = rename(element, 'aside')
  for (const { name } of [...callout.attributes]) callout.removeAttribute(name)
  callout.setAttribute('data-block', 'callout')
  callout.setAttribute('data-kind', calloutNamed(kind) ?? 'note')
}

/** As much of it as a program writes: looked through again from each property, a very long one takes very long. */
function styleOf(element: Element): string {
  return element.getAttribute('style')?.slice(0, 2_000) ?? ''
}

export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** Gives the element under another name, with what it had. */
export function rename(element: Element, name: string): Element {
  const next = element.ownerDocument.createElement(name)
  for (const { name: attribute, value } of element.attributes) next.setAttribute(attribute, value)
  next.append(...element.childNodes)
  element.replaceWith(next)
  return next
}

function wrapInside(element: Element, name: string): void {
  const inner = element.ownerDocument.createElement(name)
  inner.append(...element.childNodes)
  element.append(inner)
}
