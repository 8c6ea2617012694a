# frozen_string_literal: true

require 'rouge'

# Blocks of the language console as readers paste them. Rouge's own lexer takes each line with $, #, > or ; in it for one with a prompt, and
# so the lines that a command continues on. Here a prompt is `$ ` at the beginning of a line, and what no command continues on is output:
# docinfo.html keeps both out of a selection.
module Rouge
  module Lexers
    class ConsoleLexer
      PROMPT = '$ '

      def stream_tokens(input, &output)
        continued = false
        input.each_line do |line|
          if continued || line.start_with?(PROMPT)
            command = continued ? line : line.delete_prefix(PROMPT)
            yield Token::Tokens::Generic::Prompt, PROMPT unless continued
            lang_lexer.reset! unless continued
            lang_lexer.continue_lex(command, &output)
            continued = command.chomp.end_with?('\\')
          else
            yield Token::Tokens::Generic::Output, line
          end
        end
      end
    end
  end
end
