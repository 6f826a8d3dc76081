/** What is laid over the page beside an element: fetched together, apart from the page (see loading.ts). */
export * from './Menu.tsx'
export { PickerMenu } from './PickerMenu.tsx'
export { Popover } from './Popover.tsx'
export { TooltipPopup } from './TooltipPopup.tsx'
