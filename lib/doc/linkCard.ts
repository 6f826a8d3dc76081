import { Node } from '@tiptap/core'
import { textAttribute } from './blockNode.ts'
import { readCard, readTitle } from './card.ts'
import { isSafeHref } from './href.ts'
import { readBlockId } from './ids.ts'

/**
 * A link on a line of its own, drawn as a card: where it leads, and what it is called. Nothing is fetched for it: the title is
 * what a person typed, or what the address itself says.
 */
export const LinkCard = Node.create({
  name: 'linkCard',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,
  addAttributes: () => ({
    id: textAttribute('id', readBlockId),
    href: { default: null, validate: 'string|null', keepOnSplit: false, rendered: false },
    title: { default: '', validate: 'string', keepOnSplit: false, rendered: false },
  }),
  parseHTML: () => [
    {
      tag: 'a[data-block="linkCard"]',
      priority: 1_100,
      getAttrs: (link) => {
        const href = link.getAttribute('href')
        return isSafeHref(href) ? { href, title: readTitle(link.textContent) } : false
      },
    },
  ],
  renderHTML({ node, HTMLAttributes }) {
    const { href, title } = readCard(node.attrs)
    return href === null
      ? ['p', { ...HTMLAttributes, 'data-block': 'linkCard' }, title]
      : [
          'a',
          {
            ...HTMLAttributes,
            'data-block': 'linkCard',
            href,
            target: '_blank',
            rel: 'noopener noreferrer nofollow',
          },
          title,
        ]
  },
  renderText: ({ node }) => {
    const { href, title } = readCard(node.attrs)
    return href === null ? title : `${title} (${href})`
  },
})
