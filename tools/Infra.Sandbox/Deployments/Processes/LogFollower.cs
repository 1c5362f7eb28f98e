using System.Text;

namespace Infra.Sandbox.Deployments.Processes;

/// <summary>Follows a file while another process writes it.</summary>
internal static class LogFollower
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <param name="file">The file to read.</param>
    /// <param name="isComplete">Whether the file is complete.</param>
    public static async IAsyncEnumerable<string> LinesAsync(string file, Func<bool> isComplete)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        var buffer = new char[4096];
        var line = new StringBuilder();
        while (true)
        {
            // Checked before reading, so that later lines are read in the next iteration.
            var isLast = isComplete();
            for (int count; (count = await reader.ReadAsync(buffer)) > 0;)
            {
                foreach (var character in buffer.AsMemory(0, count).ToArray())
                {
                    if (character == '\n')
                    {
                        yield return line.ToString();
                        line.Clear();
                    }
                    else
                    {
                        line.Append(character);
                    }
                }
            }

            if (isLast)
            {
                break;
            }

            await Task.Delay(Pause);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }
}
