export { ViewLinks } from './ViewLinks.tsx'
export { ViewMenu } from './ViewMenu.tsx'
export { ViewStrip } from './ViewStrip.tsx'
