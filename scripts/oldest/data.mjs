// What Chromium knows since when: MDN's data, installed with the packages of the browser tests.
import { createRequire } from "node:module";

/** The oldest browser that the county's computers have; the last that runs on Windows 7. */
export const OLDEST = 109;
export const TOO_NEW = "too new";

const require = createRequire(new URL("../../tests/package.json", import.meta.url));

export function load() {
  return {
    bcd: require("@mdn/browser-compat-data"),
    postcss: require("postcss"),
    valueParser: require("postcss-value-parser"),
  };
}

const number = (version) => (version ? Number.parseInt(String(version).replace("≤", ""), 10) : Number.POSITIVE_INFINITY);

/** The first version of Chromium with the feature that still counts; infinite where none has it, `undefined` where nobody says. */
export function since(feature) {
  const stated = feature?.__compat?.support?.chrome;
  if (stated === undefined) return undefined;
  const counting = [stated].flat().filter((one) => !one.flags && !one.prefix && number(one.version_removed) > OLDEST);
  return Math.min(...counting.map((one) => number(one.version_added)).map((one) => (Number.isNaN(one) ? Number.POSITIVE_INFINITY : one)));
}

/** Whether the oldest browser lacks it; what nobody says anything about passes. */
export function known(feature) {
  const first = since(feature);
  return first !== undefined && first > OLDEST ? TOO_NEW : "known";
}
