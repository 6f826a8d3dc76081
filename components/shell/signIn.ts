/** Goes to the sign-in page, which comes back to where the person is now. Nothing on this device is touched. */
export function goToSignIn(): void {
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`)
}
