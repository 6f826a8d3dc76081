import {
  Code,
  Heading1,
  Heading2,
  Heading3,
  Link,
  List,
  ListChecks,
  ListOrdered,
  ListTree,
  type LucideIcon,
  Minus,
  Quote,
  SquareDashed,
  Table,
  Type,
} from 'lucide-react'
import type { BlockId } from './blocks.ts'
import { SECTION_ICONS } from './sections/sectionIcons.tsx'

/** The sign of each block in menus and bars. */
export const BLOCK_ICONS: Record<BlockId, LucideIcon> = {
  ...SECTION_ICONS,
  noDesign: SquareDashed,
  clauses: ListTree,
  text: Type,
  heading1: Heading1,
  heading2: Heading2,
  heading3: Heading3,
  bulletList: List,
  orderedList: ListOrdered,
  taskList: ListChecks,
  blockquote: Quote,
  codeBlock: Code,
  table: Table,
  divider: Minus,
  link: Link,
}
