// In the browser alone: what the server rendered comes to life there.
export default defineNuxtPlugin(async () => {
  await import('campaign-actions-web/elements');
});
