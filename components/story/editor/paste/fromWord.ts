import { unwrap } from './fromPages.ts'

/** Word: lists are paragraphs that say their level in a style, with the bullet written into them. */
export function fromWord(body: HTMLElement): void {
  for (const empty of body.querySelectorAll('o\\:p')) unwrap(empty)
  // An empty line of Word holds a space that does not break.
  for (const line of body.querySelectorAll('p[class^="Mso"]'))
    if (/^\u00a0?$/.test((line.textContent ?? '').trim()) && !line.querySelector('img'))
      line.remove()
  for (const title of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle')) asHeading(title)
  let lists: { readonly level: number; readonly list: Element }[] = []
  let last: Element | null = null
  let lastId: string | undefined
  for (const line of body.querySelectorAll('p[style*="mso-list"], p[class*="MsoListParagraph"]')) {
    const level = Number(/level(\d+)/.exec(line.getAttribute('style') ?? '')?.[1] ?? 1)
    const bullet = takeBullet(line)
    if (bullet === null) continue
    // Only lines of one list that follow each other are one.
    const id = /mso-list:\s*(l\d+)/.exec(line.getAttribute('style') ?? '')?.[1]
    if (last === null || id !== lastId || !follows(line, last)) lists = []
    lastId = id
    while ((lists.at(-1)?.level ?? 0) > level) lists.pop()
    let list = lists.at(-1)?.level === level ? lists.at(-1)?.list : undefined
    const item = body.ownerDocument.createElement('li')
    const box = /^[☐☒☑]/.exec(bullet)?.[0]
    if (!list) {
      list = body.ownerDocument.createElement(/^\(?[\divxa-z]{1,4}[.)]/i.test(bullet) ? 'ol' : 'ul')
      const parent = lists.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else line.before(list)
      lists.push({ level, list })
    }
    if (box) {
      item.setAttribute('data-type', 'taskItem')
      item.setAttribute('data-checked', String(box !== '☐'))
      list.setAttribute('data-type', 'taskList')
    }
    item.append(...line.childNodes)
    list.append(item)
    last = lists[0]?.list ?? list
    line.remove()
  }
}

/** Takes the bullet out of a line and gives it; null for a line that is no item. */
function takeBullet(line: Element): string | null {
  const ignored = line.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
  if (!ignored) return /mso-list:\s*l\d/.test(line.getAttribute('style') ?? '') ? '' : null
  const bullet = (ignored.textContent ?? '').trim()
  ignored.remove()
  return bullet
}

function follows(line: Element, list: Element): boolean {
  const before = line.previousElementSibling
  return before === list
}

function asHeading(title: Element): void {
  const heading = title.ownerDocument.createElement(title.matches('.MsoTitle') ? 'h1' : 'h2')
  heading.append(...title.childNodes)
  title.replaceWith(heading)
}
