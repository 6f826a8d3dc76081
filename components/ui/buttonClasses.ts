import { classes } from './classes.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent font-medium',
  secondary: 'bg-surface text-text border-border hover:bg-hover hover:border-control/50',
  quiet: 'text-muted border-transparent hover:bg-hover hover:text-text',
  danger: 'bg-surface text-danger border-border hover:bg-danger-tint hover:border-danger/40',
}

/** Gives the classes of a button, for a link that looks like one. */
export function buttonClasses(
  look: ButtonLook = 'secondary',
  size: 'normal' | 'small' = 'normal',
): string {
  return classes(
    'target inline-flex shrink-0 items-center justify-center gap-1.5 rounded-button border whitespace-nowrap select-none',
    'transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-55 data-popup-open:bg-hover',
    size === 'normal' ? 'h-control px-3 text-interface' : 'h-control-small px-2 text-label',
    LOOKS[look],
  )
}
