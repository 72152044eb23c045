import { defineConfig } from "@playwright/test";

// Debian's Chromium: Playwright's own download is not used.
export default defineConfig({
  testDir: "e2e",
  // Each spec file has a server of its own, so two of them do not see each other.
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  outputDir: "test-results",
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1440, height: 900 },
    screenshot: "only-on-failure",
    // Recording costs more than many a test; LANMU_TRACE=1 records those that fail.
    trace: process.env.LANMU_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      executablePath: process.env.LANMU_CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
