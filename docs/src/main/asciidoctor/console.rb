# frozen_string_literal: true

require 'rouge'

# Blocks of the language console as readers paste them. Rouge's own lexer finds a prompt in each line with $, #, > or ;, even if a command goes on in
# this line. Here a prompt is `$ ` at the beginning of a line. A line without a prompt is output, unless a command goes on in it. docinfo.html keeps
# prompts and output out of a selection.
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
