// What of a stylesheet a browser does not know: properties, values, functions, at-rules, selectors, nesting. What lies
// in @supports is left out: it is asked for before it is used.
import { known, load, TOO_NEW } from "./data.mjs";

const { bcd, postcss, valueParser } = load();
const { properties, selectors, types } = bcd.css;
const rules = bcd.css["at-rules"];

/** Functions and units by name, wherever the data has them. */
const named = new Map();
(function walk(node) {
  for (const [key, one] of Object.entries(node)) {
    if (key === "__compat") continue;
    const said = /<code>([\w-]+)\(\)<\/code>|^`?([\w-]+)\(\)/.exec(one.__compat?.description ?? "");
    for (const name of new Set([key, said?.[1] ?? said?.[2] ?? key])) if (one.__compat && !named.has(name)) named.set(name, one);
    walk(one);
  }
})(types);

const RELATIVE = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(\s*from\b/;

function inSupports(node) {
  for (let at = node.parent; at; at = at.parent) if (at.type === "atrule" && at.name === "supports") return true;
  return false;
}

function value(property, text, say) {
  if (RELATIVE.test(text)) say("a relative colour");
  valueParser(text).walk((node) => {
    if (node.type === "function" && known(named.get(node.value)) === TOO_NEW) say(`${node.value}()`);
    if (node.type !== "word") return;
    const unit = valueParser.unit(node.value)?.unit;
    if (unit && known(types.length?.[unit]) === TOO_NEW) say(`the unit ${unit}`);
    if (known(property?.[node.value]) === TOO_NEW) say(`the value ${node.value}`);
  });
}

/** The faults of a stylesheet, in words. */
export function faultsOfStyle(text, name) {
  const faults = [];
  const root = postcss.parse(text);
  root.walk((node) => {
    if (inSupports(node)) return undefined;
    const say = (what) => faults.push(`${name}:${node.source.start.line} ${what}`);
    if (node.type === "rule") {
      if (node.parent.type === "rule") say("nesting");
      for (const [, pseudo] of node.selector.matchAll(/::?([\w-]+)/g)) {
        if (known(selectors[pseudo]) === TOO_NEW) say(`the selector :${pseudo}`);
      }
    } else if (node.type === "atrule") {
      const rule = rules[node.name];
      if (!rule || known(rule) === TOO_NEW) say(`@${node.name}`);
      for (const [, feature] of node.params.matchAll(/\(\s*([\w-]+)/g)) {
        if (known(rule?.[feature]) === TOO_NEW) say(`@${node.name} (${feature})`);
      }
    } else if (node.type === "decl") {
      if (node.prop.startsWith("--")) return value(undefined, node.value, say);
      // A prefixed one is the old name of what stands beside it, and beside it the new one is not missed.
      if (node.prop.startsWith("-webkit-")) return undefined;
      const prefixed = node.parent.nodes.some((other) => other.prop === `-webkit-${node.prop}`);
      const described = node.parent.type === "atrule" ? rules[node.parent.name]?.[node.prop] : undefined;
      const property = described ?? properties[node.prop];
      if (!property) say(`${node.prop}, which the data does not know`);
      else if (known(property) === TOO_NEW && !prefixed) say(node.prop);
      value(prefixed || node.prop === "font-family" ? undefined : property, node.value, say);
    }
    return undefined;
  });
  return faults;
}
