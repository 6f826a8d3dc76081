import type { ComponentProps, MouseEvent } from 'react'

/** A button without looks. `type` is "button" unless said otherwise; `busy` keeps the focus and takes no press. */
export function PlainButton({
  busy = false,
  disabled = false,
  onClick,
  ...rest
}: ComponentProps<'button'> & { readonly busy?: boolean }) {
  const isOff = disabled || busy
  const pressed = (event: MouseEvent<HTMLButtonElement>) => {
    // Also the form that it would submit.
    if (isOff) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      data-disabled={isOff ? '' : undefined}
      {...rest}
      disabled={disabled && !busy}
      onClick={pressed}
    />
  )
}
