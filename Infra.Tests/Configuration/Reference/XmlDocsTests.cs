using Infra.Configuration.Reference;

namespace Infra.Tests.Configuration.Reference;

public sealed class XmlDocsTests
{
    [Theory]
    [InlineData("Plain\n    text.", "Plain text.")]
    [InlineData("Use <c>none</c>, not <see langword=\"null\"/>.", "Use `none`, not `null`.")]
    [InlineData("As <see cref=\"P:Infra.Service.MemoryMiB\"/> does.", "As `memoryMiB` does.")]
    [InlineData("A <see cref=\"T:Infra.Service\"/>.", "A `Service`.")]
    [InlineData("A <see cref=\"P:Infra.Service.Image\">picture</see>.", "A picture.")]
    [InlineData("<para>One.</para><para>Two.</para>", "One. Two.")]
    [InlineData("See <see href=\"https://a.example\">the list</see>.", "See [the list](https://a.example).")]
    [InlineData("A &lt;b&gt; &amp; c.", "A &lt;b> & c.")]
    public void Summary_IsOneLineOfMarkdown(string summary, string expected)
    {
        var docs = XmlDocs.Parse($"<doc><member name=\"T:{typeof(XmlDocsTests).FullName}\"><summary>{summary}</summary></member></doc>");

        Assert.Equal(expected, docs.SummaryOf(typeof(XmlDocsTests)));
    }

    [Fact]
    public void EmptySummary_IsNull()
    {
        var docs = XmlDocs.Parse($"<doc><member name=\"T:{typeof(XmlDocsTests).FullName}\"><summary> </summary></member></doc>");

        Assert.Null(docs.SummaryOf(typeof(XmlDocsTests)));
    }
}
