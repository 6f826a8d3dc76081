import Link from '@tiptap/extension-link'
import { isSafeHref, readHref } from './href.ts'
import { localOnly } from './localOnly.ts'

/**
 * A link keeps its address and nothing else: `class`, `target` and `rel` of pasted pages are dropped, and an address
 * that is not safe is shown as text, whoever wrote it into the document and by whatever client.
 */
export const StoryLink = Link.extend({
  // Typing on behind a link is text again.
  inclusive: false,
  addAttributes() {
    return { href: { default: null } }
  },
  parseHTML() {
    return [
      {
        tag: 'a[href]',
        getAttrs: (link) => (isSafeHref(link.getAttribute('href')) ? null : false),
      },
    ]
  },
  renderHTML({ mark }) {
    const href: unknown = mark.attrs.href
    if (!isSafeHref(href)) return ['span', 0]
    return ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0]
  },
  addProseMirrorPlugins() {
    return (this.parent?.() ?? []).map(localOnly)
  },
}).configure({
  // A click puts the caret into the link; the link's own card opens it, without handing over this window.
  openOnClick: false,
  defaultProtocol: 'https',
  markdownLinks: true,
  isAllowedUri: (uri) => readHref(uri) !== null,
})
