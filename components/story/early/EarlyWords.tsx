import type { ReactNode } from 'react'
import { isSafeHref } from '#lib/doc/href.ts'
import type { Content } from '#lib/schema/history.ts'

/** Words, as they look in the editor, where a press puts the caret into a link. */
export function EarlyWords({ text: { text, marks = [] } }: { readonly text: Content }): ReactNode {
  let drawn: ReactNode = text
  for (const { type, attrs } of marks) {
    if (type === 'bold') drawn = <strong>{drawn}</strong>
    else if (type === 'italic') drawn = <em>{drawn}</em>
    else if (type === 'strike') drawn = <s>{drawn}</s>
    else if (type === 'underline') drawn = <u>{drawn}</u>
    else if (type === 'code') drawn = <code>{drawn}</code>
    else if (type === 'link' && isSafeHref(attrs?.href)) {
      drawn = (
        <a href={attrs.href} className="pointer-events-none">
          {drawn}
        </a>
      )
    }
  }
  return drawn
}
