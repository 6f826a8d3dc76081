import type { Editor } from '@tiptap/core'
import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Menu, MenuChoices } from '#components/ui/Menu.tsx'
import type { MemberInfo } from '#lib/schema/wire.ts'
import type { Asks } from '../asks.ts'

const NO_ONE = ''

/** Who a question waits for, chosen among the members. */
export function OwnerMenu({
  editor,
  place,
  asks,
  members,
  me,
  owner,
  onChoose,
}: {
  readonly editor: Editor
  readonly place: () => number | undefined
  readonly asks: Asks
  readonly members: ReadonlyMap<string, MemberInfo>
  readonly me: string
  readonly owner: string | null
  /** Null where nothing can be changed. */
  readonly onChoose: ((owner: string | null) => void) | null
}) {
  const t = textsOf('story')
  const [isOpen, setOpen] = useState(false)
  const asked = useReadable(asks)
  const isAsked = asked?.what === 'owner' && asked.pos === place()
  const person = owner === null ? null : (members.get(owner) ?? null)
  const shown = person ? (
    <>
      <Avatar person={person} size="small" />
      {person.name}
    </>
  ) : owner === null ? null : (
    t('questions.former')
  )
  if (!onChoose) return shown ? <span className="story-chip">{shown}</span> : null
  return (
    <Menu
      open={isOpen || isAsked}
      onOpenChange={(next) => {
        setOpen(next)
        if (!next && isAsked) asks.set(null)
      }}
      returnFocusTo={() => editor.view.dom}
      trigger={
        <button
          type="button"
          tabIndex={-1}
          aria-label={person ? t('questions.owner', { name: person.name }) : t('questions.ask')}
          className="story-chip"
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown ?? (
            <>
              <UserRound aria-hidden size={14} />
              {t('questions.ask')}
            </>
          )}
        </button>
      }
    >
      <MenuChoices
        heading={t('questions.who')}
        value={owner ?? NO_ONE}
        choices={choicesOf(members, me)}
        onChoose={(next) => onChoose(next === NO_ONE ? null : next)}
      />
    </Menu>
  )
}

function choicesOf(members: ReadonlyMap<string, MemberInfo>, me: string) {
  const people = [...members.values()].sort(
    (a, b) => Number(b.id === me) - Number(a.id === me) || a.name.localeCompare(b.name),
  )
  return [
    {
      value: NO_ONE,
      label: textsOf('story')('questions.nobody'),
      icon: <UserRound aria-hidden size={16} className="mx-0.5" />,
    },
    ...people.map((person) => ({
      value: person.id,
      label:
        person.id === me ? textsOf('story')('questions.you', { name: person.name }) : person.name,
      icon: <Avatar person={person} size="small" />,
    })),
  ]
}
