import { textsOf } from '#components/language/loaded.ts'
import { classes } from './classes.ts'
import { initials } from './initials.ts'
import { presenceColour } from './presence.ts'

export interface Person {
  readonly id: string
  readonly name: string
  /** Index into the presence palette, 0 to 11. */
  readonly colour: number
}

const SIZES = { small: 'size-5 text-[9px]', normal: 'size-6 text-meta', large: 'size-8 text-label' }

/** A person as initials on their colour. `ring` marks someone who is writing. */
export function Avatar({
  person,
  size = 'normal',
  ring = false,
}: {
  readonly person: Person
  readonly size?: keyof typeof SIZES
  readonly ring?: boolean
}) {
  const colour = presenceColour(person.colour)
  return (
    <span
      role="img"
      aria-label={person.name}
      title={person.name}
      className={classes(
        'inline-flex shrink-0 items-center justify-center rounded-full font-semibold text-on-accent select-none forced-color-adjust-none',
        SIZES[size],
      )}
      style={{
        backgroundColor: colour,
        boxShadow: ring ? `0 0 0 2px var(--color-surface), 0 0 0 3.5px ${colour}` : undefined,
      }}
    >
      <span aria-hidden>{initials(person.name)}</span>
    </span>
  )
}

/** At most three people, then how many more; each person once. */
export function AvatarStack({
  people,
  most = 3,
  size = 'normal',
  className,
}: {
  readonly people: readonly Person[]
  readonly most?: number
  readonly size?: 'small' | 'normal'
  readonly className?: string
}) {
  const shown = people.slice(0, most)
  const more = people.slice(most)
  return (
    <span className={classes('inline-flex items-center -space-x-1', className)}>
      {shown.map((person) => (
        <span key={person.id} className="inline-flex rounded-full ring-2 ring-surface">
          <Avatar person={person} size={size} />
        </span>
      ))}
      {more.length > 0 ? (
        <span
          role="img"
          aria-label={textsOf('ui')('andMore', {
            count: more.length,
            names: more.map(({ name }) => name).join(', '),
          })}
          title={more.map(({ name }) => name).join(', ')}
          className={classes(
            'inline-flex items-center justify-center rounded-full border bg-sunken font-medium text-muted ring-2 ring-surface',
            size === 'small' ? 'h-5 min-w-5 px-1 text-[9px]' : 'h-6 min-w-6 px-1 text-meta',
          )}
        >
          +{more.length}
        </span>
      ) : null}
    </span>
  )
}
