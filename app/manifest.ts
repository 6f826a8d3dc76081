export { manifest as default } from '#components/shell/manifest.ts'
