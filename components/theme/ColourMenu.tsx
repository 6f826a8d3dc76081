'use client'

import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuChoices } from '#components/ui/Menu.tsx'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'

/** What people call the colours of the palette, by their index. */
const COLOUR_NAMES = [
  'Red',
  'Orange',
  'Ochre',
  'Olive',
  'Green',
  'Emerald',
  'Teal',
  'Sky',
  'Blue',
  'Violet',
  'Purple',
  'Pink',
] as const

/** A theme's colour, and the others it could have. */
export function ColourMenu({
  name,
  colour,
  onChoose,
  disabled,
}: {
  /** The theme's name. */
  readonly name: string
  readonly colour: number
  readonly onChoose: (colour: number) => void
  readonly disabled: boolean
}) {
  return (
    <Menu
      trigger={
        <IconButton
          label={`Colour of ${name}: ${COLOUR_NAMES[colour] ?? 'its own'}`}
          size="small"
          tooltip={false}
          disabled={disabled}
          className="data-disabled:opacity-100!"
        >
          <ThemeDot colour={colour} size={12} />
        </IconButton>
      }
    >
      <MenuChoices
        heading="Colour"
        value={String(colour)}
        onChoose={(value) => onChoose(Number(value))}
        choices={COLOUR_NAMES.map((label, index) => ({
          value: String(index),
          label,
          icon: <ThemeDot colour={index} size={12} />,
        }))}
      />
    </Menu>
  )
}
