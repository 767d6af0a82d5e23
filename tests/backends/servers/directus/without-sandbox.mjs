// Replaces `isolated-vm`, which would have to be compiled. It runs custom code of a site, and this site has none.

import Module, { createRequire } from "node:module";

const path = createRequire(import.meta.url).resolve("isolated-vm");
Module._cache[path] = Object.assign(new Module(path), { filename: path, loaded: true, paths: [] });
