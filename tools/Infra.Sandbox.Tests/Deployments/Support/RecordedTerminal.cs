using System.Text;

namespace Infra.Sandbox.Tests.Deployments.Support;

/// <summary>A terminal that records its output.</summary>
internal sealed class RecordedTerminal(string directory)
{
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();

    public Terminal Terminal => new(new StringWriter(_out), new StringWriter(_error), directory, HasColors: false);

    public string Out => _out.ToString().TrimEnd();

    public string Error => _error.ToString().TrimEnd();
}
