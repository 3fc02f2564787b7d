// "Đọc to trang này": only where the browser itself has a Vietnamese voice. Nothing is sent anywhere.
(function () {
  "use strict";
  var speech = window.speechSynthesis;
  var content = document.querySelector("main article") || document.querySelector("main");
  var place = document.querySelector(".title");
  if (!speech || !window.SpeechSynthesisUtterance || !content || !place) { return; }

  var language = content.getAttribute("lang") || document.documentElement.lang || "vi";
  var words = language === "en"
    ? { read: "Read this page aloud", stop: "Stop reading" }
    : { read: "Đọc to trang này", stop: "Dừng đọc" };
  var button = null;

  function voice() {
    // A voice of the machine itself: others would send the text to somebody else's server.
    return speech.getVoices().filter(function (one) {
      return one.localService && one.lang.slice(0, language.length).toLowerCase() === language.toLowerCase();
    })[0];
  }

  // Sentence by sentence: browsers stop in the middle of long texts.
  function sentences() {
    var found = [];
    content.querySelectorAll("h1, h2, h3, p, li, dt, dd, th, td, summary, caption").forEach(function (part) {
      if (part.closest("nav, form, .hidden, script") || part.querySelector("p, li, dd, td")) { return; }
      var text = part.textContent.replace(/\s+/g, " ").trim();
      if (text) { found = found.concat(text.match(/[^.!?]+[.!?]*/g) || [text]); }
    });
    return found;
  }

  function stop() {
    speech.cancel();
    button.textContent = words.read;
    button.setAttribute("aria-pressed", "false");
  }

  function read() {
    var rest = sentences();
    button.textContent = words.stop;
    button.setAttribute("aria-pressed", "true");
    (function next() {
      if (!rest.length || button.getAttribute("aria-pressed") === "false") { return stop(); }
      var said = new SpeechSynthesisUtterance(rest.shift());
      said.voice = voice();
      said.lang = said.voice.lang;
      said.onend = next;
      speech.speak(said);
    })();
  }

  function offer() {
    if (button || !voice()) { return; }
    button = document.createElement("button");
    button.type = "button";
    button.className = "button button--plain no-print";
    button.textContent = words.read;
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", function () {
      if (button.getAttribute("aria-pressed") === "true") { stop(); } else { read(); }
    });
    place.appendChild(button);
  }

  offer();
  // Some browsers know their voices only after a while.
  if (speech.addEventListener) { speech.addEventListener("voiceschanged", offer); }
  window.addEventListener("pagehide", function () { speech.cancel(); });
})();
