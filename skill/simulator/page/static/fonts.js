/* Before the engine: keep it from fetching its fonts from outside. It brings them as @font-face rules
   in style elements; the frame's policy would refuse each download, loudly. The system's fonts do. */
"use strict";
HTMLStyleElement.prototype.appendChild = function appendChild(node) {
  if (node.nodeType === Node.TEXT_NODE && node.data.includes("@font-face")) node.data = "";
  return Node.prototype.appendChild.call(this, node);
};
