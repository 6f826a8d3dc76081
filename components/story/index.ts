/** What other features show of stories. Its code is fetched when it is shown. */
export { LazyTemplatePreview as TemplatePreview } from './editor/template/LazyTemplatePreview.tsx'
