export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: false,
  runtimeConfig: {
    public: { api: 'http://localhost:1337/api/campaign-actions', site: 'http://localhost:3000' },
  },
});
