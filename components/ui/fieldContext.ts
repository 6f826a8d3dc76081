import { createContext, use } from 'react'

/** What a `Field` gives the control in it. */
interface FieldParts {
  readonly id: string
  readonly name: string | undefined
  readonly isInvalid: boolean
  readonly describedBy: string | undefined
}

export const FieldContext = createContext<FieldParts | null>(null)

/** Gives the attributes that tie a control to the field around it; none outside of one. */
export function useFieldControl() {
  const field = use(FieldContext)
  return field
    ? {
        id: field.id,
        name: field.name,
        'aria-invalid': field.isInvalid || undefined,
        'aria-describedby': field.describedBy,
      }
    : {}
}
